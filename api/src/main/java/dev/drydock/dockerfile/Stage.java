package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.view.View;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view of one stage: a FROM and what follows it, up to the next FROM or the end of the file. It sees the whole
 * file: the stage it is built on, and those that are built on it.
 *
 * <p>It takes the words of {@link Vocabulary}; each gives the stage as it is in the new file, which is its {@link
 * #dockerfile()}: {@code file.stage("build").run("make").run("make test").dockerfile()}.
 */
public final class Stage implements Vocabulary<Stage> {

  private final Dockerfile dockerfile;
  private final int number;
  private final int start;
  private final int end;

  /** Where the next word goes. */
  private final int appendAt;

  private final View<Vector<Instruction>> instructions = new View<>();

  private Stage(Dockerfile dockerfile, int number, int start, int end, int appendAt) {
    this.dockerfile = dockerfile;
    this.number = number;
    this.start = start;
    this.end = end;
    this.appendAt = appendAt;
  }

  static Vector<Stage> of(Dockerfile dockerfile) {
    Vector<Construct> all = dockerfile.constructs();
    List<Integer> starts = new ArrayList<>();
    int index = 0;
    for (Construct construct : all) {
      if (construct instanceof From) {
        starts.add(index);
      }
      index++;
    }
    List<Stage> stages = new ArrayList<>(starts.size());
    for (int number = 0; number < starts.size(); number++) {
      boolean last = number + 1 == starts.size();
      int end = last ? all.size() : starts.get(number + 1);
      stages.add(new Stage(dockerfile, number, starts.get(number), end, last ? end : afterInstructions(all, end)));
    }
    return Vector.ofAll(stages);
  }

  /** Comments and blank lines before the next FROM belong to that. */
  private static int afterInstructions(Vector<Construct> all, int end) {
    int at = end;
    while (!(all.get(at - 1) instanceof Instruction)) {
      at--;
    }
    return at;
  }

  /**
   * This stage with constructs added after its last instruction, before comments and blank lines that lead to the next
   * FROM. What the next word adds goes after these. A last line that ends in the escape character ends without it then.
   *
   * @return the stage that the last of them is in: another one, where they hold a FROM
   */
  @Override
  public Stage append(Construct... added) {
    if (Given.noneNull(added, "added").length == 0) {
      return this;
    }
    Vector<Construct> all = dockerfile.constructs();
    Vector<Construct> before = appendAt == all.size() ? LastLine.completed(all) : all.take(appendAt);
    Dockerfile file =
        dockerfile.withConstructs(before.appendAll(Arrays.asList(added)).appendAll(all.drop(appendAt)));
    int behind = before.size() + added.length;
    Stage stage = file.stage(file.constructs().get(behind - 1)).get();
    return new Stage(file, stage.number, stage.start, stage.end, behind);
  }

  /** This stage with a name, or with another one; whoever refers to the old one is not changed. */
  @Override
  public Stage as(String name) {
    Dockerfile file = dockerfile.replace(from(), from().as(name));
    return new Stage(file, number, start, end, appendAt);
  }

  /** The file that it is a stage of. */
  public Dockerfile dockerfile() {
    return dockerfile;
  }

  /** Its number, counted from 0, by which {@code COPY --from} may name it. */
  public int number() {
    return number;
  }

  /** The index of its FROM among the constructs of the file. */
  public int start() {
    return start;
  }

  /** The index behind its last construct. */
  public int end() {
    return end;
  }

  /** The FROM that begins it. */
  public From from() {
    return (From) dockerfile.constructs().get(start);
  }

  /** The name that other stages know it by. */
  public Option<String> name() {
    return from().name();
  }

  /** The image or stage that it is built on, with the build arguments' defaults where they are known. */
  public ImageReference base() {
    return dockerfile.stageGraph().base(this);
  }

  /** The earlier stage that it is built on, where its base names one. */
  public Option<Stage> parent() {
    return dockerfile.stageGraph().parent(this);
  }

  /** It and the stages it is built on, the first of them first. */
  public Vector<Stage> lineage() {
    return dockerfile.stageGraph().lineage(this);
  }

  /** Whether it is that stage, or is built on it, directly or through others. */
  public boolean isBuiltOn(Stage stage) {
    return dockerfile.equals(Given.notNull(stage, "stage").dockerfile) && dockerfile.stageGraph().isBuiltOn(this, stage);
  }

  /** The image that the first stage of its lineage is built on. */
  public ImageReference rootImage() {
    return lineage().head().base();
  }

  /** The later stages that are built on it directly. */
  public Vector<Stage> children() {
    return dockerfile.stageGraph().children(this);
  }

  /**
   * The stages that its build needs: the one that its FROM names, those that COPY takes from, by name or number, and those
   * that mounts of its RUNs are from. In the order of the file, each once; not those that these need in turn.
   */
  public Vector<Stage> dependencies() {
    return dockerfile.stageReferences().dependencies(this);
  }

  /** The stages whose builds need this one, as {@link #dependencies} tells; in the order of the file. */
  public Vector<Stage> dependents() {
    return dockerfile.stageReferences().dependents(this);
  }

  /** What is in force behind its last instruction; for what an ONBUILD of it holds, see {@link Dockerfile#scope}. */
  public Scope scope() {
    return dockerfile.scopeBehind(this);
  }

  /** Its instructions in order, the FROM first. */
  public Vector<Instruction> instructions() {
    return instructions.get(() -> Instruction.in(dockerfile.constructs().slice(start, end)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Stage that && number == that.number && dockerfile.equals(that.dockerfile);
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public String toString() {
    return "stage " + number + name().map(name -> " " + name).getOrElse("") + " FROM " + base();
  }
}
