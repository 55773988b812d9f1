package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.ConstructSink;
import dev.drydock.spi.Engine;
import dev.drydock.spi.InstructionSink;
import dev.drydock.spi.Kind;
import dev.drydock.spi.ProblemSink;
import dev.drydock.text.Span;
import dev.drydock.view.View;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Dockerfile as an immutable value: a sequence of {@link Construct}s whose texts, one after the other, are the
 * file.
 *
 * <p>Any text is a {@code Dockerfile}; what BuildKit would refuse in it is in {@link #problems()}. Every value
 * equals its own re-parse: what would be read differently once it stands in the file cannot be put there.
 */
@SuppressWarnings("serial")
public final class Dockerfile implements Vocabulary<Dockerfile>, Serializable {

  private static final long serialVersionUID = 1L;

  private final Source source;
  private final Vector<Construct> constructs;
  private final Charset encoding;
  private final View<Vector<Instruction>> instructions = new View<>();
  private final View<Vector<Problem>> problems = new View<>();
  private final View<ConstructIndex> indexes = new View<>();
  private final View<int[]> lines = new View<>();
  private final View<int[]> offsets = new View<>();
  private final View<Vector<Stage>> stages = new View<>();
  private final View<StageGraph> stageGraph = new View<>();
  private final View<StageReferences> stageReferences = new View<>();
  private final View<ScopeReader.Scopes> scopes = new View<>();
  private final View<Option<String>> syntax = new View<>();

  private Dockerfile(Source source, Vector<Construct> constructs, Charset encoding) {
    this.source = source;
    this.constructs = constructs;
    this.encoding = encoding;
  }

  /** Reads a text. Total and lossless: {@code parse(t).text()} equals {@code t}. */
  public static Dockerfile parse(String text) {
    return parse(Given.notNull(text, "text"), StandardCharsets.UTF_8);
  }

  private static Dockerfile parse(String text, Charset encoding) {
    Reading reading = Reading.of(text);
    Source source = new Source(text, reading.escape);
    Construct[] found = new Construct[reading.count];
    int start = 0;
    for (int i = 0; i < found.length; i++) {
      found[i] = Constructs.of(reading.kinds[i], source, start, reading.ends[i]);
      start = reading.ends[i];
    }
    return new Dockerfile(source, Vector.of(found), encoding);
  }

  /**
   * Reads a file: as UTF-8 where its bytes are that, else as ISO-8859-1, so that {@link #write} gives the same
   * bytes back whatever they are.
   *
   * @throws java.io.UncheckedIOException where it cannot be read; the message names the file and the reason
   */
  public static Dockerfile read(Path file) {
    DockerfileFiles.Decoded decoded = DockerfileFiles.read(Given.notNull(file, "file"));
    return parse(decoded.text(), decoded.encoding());
  }

  /** Reads bytes as {@link #read} reads a file's. */
  public static Dockerfile decode(byte[] bytes) {
    DockerfileFiles.Decoded decoded = DockerfileFiles.decode(Given.notNull(bytes, "bytes"));
    return parse(decoded.text(), decoded.encoding());
  }

  /**
   * A file of these constructs. What comes before the first FROM begins here: {@code
   * Dockerfile.of(ParserDirective.syntax("docker/dockerfile:1"), Arg.of("PYTHON", "3.12")).andFrom("python:$PYTHON")}.
   */
  public static Dockerfile of(Construct... constructs) {
    Given.noneNull(constructs, "constructs");
    return parse("").append(constructs);
  }

  /** {@code FROM image}: a file of one stage, to go on from with the words of {@link Vocabulary}. */
  public static Dockerfile from(String image) {
    return of(From.of(image));
  }

  /** A file of one stage, whose FROM has a platform or a name. */
  public static Dockerfile from(From from) {
    return of(Given.notNull(from, "from"));
  }

  /**
   * Writes the file, all of it or nothing: to a temporary file beside it, which then takes its place and keeps its
   * permissions.
   *
   * @throws java.io.UncheckedIOException where it cannot be written; the file is then as it was
   */
  public void write(Path file) {
    DockerfileFiles.write(Given.notNull(file, "file"), encode());
  }

  /**
   * The bytes of the text, in the encoding it was read with.
   *
   * @throws IllegalArgumentException where that encoding has no bytes for a character
   */
  public byte[] encode() {
    return DockerfileFiles.encode(text(), encoding);
  }

  /** The whole text. */
  public String text() {
    return source.text();
  }

  /** Everything in the file, in order. */
  public Vector<Construct> constructs() {
    return constructs;
  }

  /** The instructions, in order. */
  public Vector<Instruction> instructions() {
    return instructions.get(() -> Instruction.in(constructs));
  }

  /** The constructs of one kind, in order, without what an ONBUILD holds: {@code file.all(Run.class)}. */
  public <C extends Construct> Vector<C> all(Class<C> kind) {
    Given.notNull(kind, "kind");
    return constructs.filter(kind::isInstance).map(kind::cast);
  }

  /** UTF-8, or ISO-8859-1 where a file was not UTF-8. */
  public Charset encoding() {
    return encoding;
  }

  /** The escape character: {@code \}, or what the {@code escape} directive says. */
  public char escape() {
    return source.escape();
  }

  /** The line ending that most lines have. */
  public String lineEnding() {
    return source.lineEnding();
  }

  /** The frontend reference that BuildKit detects, in any of the forms that it reads. */
  public Option<String> syntax() {
    return syntax.get(() -> Option.of(Engine.get().syntax(text())));
  }

  /** What BuildKit would refuse; empty exactly for what it calls valid. */
  public Vector<Problem> problems() {
    return problems.get(this::findProblems);
  }

  private Vector<Problem> findProblems() {
    Positions positions = new Positions(text());
    List<Problem> found = new ArrayList<>();
    Iterator<Instruction> next = instructions().iterator();
    Engine.get()
        .problems(
            text(),
            new ProblemSink() {
              @Override
              public void problem(String kind, int offset, String message) {
                found.add(positions.problem(kind, offset, message));
              }

              @Override
              public void instruction(Consumer<InstructionSink> parts) {
                next.next().parts(parts);
              }
            });
    return Vector.ofAll(found);
  }

  /**
   * This, where it has no problems.
   *
   * @throws InvalidDockerfileException showing every problem with its line, a caret and the reason
   */
  public Dockerfile requireValid() {
    if (problems().nonEmpty()) {
      throw new InvalidDockerfileException(text(), problems());
    }
    return this;
  }

  /** The stages, in order; what stands before the first FROM belongs to none. */
  public Vector<Stage> stages() {
    return stages.get(() -> Stage.of(this));
  }

  StageGraph stageGraph() {
    return stageGraph.get(() -> StageGraph.of(this));
  }

  StageReferences stageReferences() {
    return stageReferences.get(() -> StageReferences.of(this));
  }

  /**
   * Whether a FROM names an earlier stage, and no image: {@code file.all(From.class).reject(file::isStage)} are those of
   * images. Build arguments have their defaults.
   *
   * @throws IllegalArgumentException where it is not of this file
   */
  public boolean isStage(From from) {
    return stage(Given.notNull(from, "from")).exists(stage -> stage.parent().isDefined());
  }

  /**
   * The stage of this name, whose case does not matter, or of this number, counted from 0.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Stage stage(String name) {
    String wanted = Given.notNull(name, "name").toLowerCase(Locale.ROOT);
    return stages()
        .findLast(stage -> stage.name().contains(wanted))
        .orElse(() -> stages().find(stage -> Integer.toString(stage.number()).equals(wanted)))
        .getOrElseThrow(() -> Given.refused("name", "a stage of this file: " + stages().mkString(", "), name));
  }

  /** The stage that a construct belongs to. */
  public Option<Stage> stage(Construct construct) {
    int index = index(construct);
    int low = 0;
    int high = stages().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stages().get(middle).start() <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Option.none() : Option.some(stages().get(low - 1));
  }

  /**
   * What is in force at a construct, before it takes effect. For an ONBUILD that is what will be in force for the
   * instruction that it holds, which runs in an image FROM its stage: behind the stage and the ONBUILDs before it.
   *
   * @throws IllegalArgumentException where the construct is not of this file
   */
  public Scope scope(Construct construct) {
    return scopes().at().get(index(construct));
  }

  /** What is in force behind the last instruction of a stage. */
  Scope scopeBehind(Stage stage) {
    return scopes().behind().get(stage.number());
  }

  private ScopeReader.Scopes scopes() {
    return scopes.get(() -> ScopeReader.read(this));
  }

  /** Whether this very instance is in the file. */
  public boolean contains(Construct construct) {
    return indexes().of(Given.notNull(construct, "construct")) >= 0;
  }

  /**
   * The place of this very instance among the constructs, counted from 0.
   *
   * @throws IllegalArgumentException where the construct is not of this file
   */
  public int index(Construct construct) {
    int index = indexes().of(Given.notNull(construct, "construct"));
    if (index < 0) {
      throw Given.refused("construct", "one of this very Dockerfile", construct);
    }
    return index;
  }

  private ConstructIndex indexes() {
    return indexes.get(() -> new ConstructIndex(constructs));
  }

  /** The physical line that the construct begins on, counted from 1. */
  public int line(Construct construct) {
    return lineAt(index(construct));
  }

  /** The physical line that the construct at this index begins on, counted from 1. */
  public int lineAt(int index) {
    return lines.get(this::countLines)[index];
  }

  private int[] countLines() {
    int[] counted = new int[constructs.size() + 1];
    int line = 1;
    int i = 0;
    for (Construct construct : constructs) {
      counted[i++] = line;
      line += construct.lineFeeds();
    }
    counted[i] = line;
    return counted;
  }

  /**
   * Where the construct stands in the text, with the line ending that closes it.
   *
   * @throws IllegalArgumentException where the construct is not of this file
   */
  public Span span(Construct construct) {
    int index = index(construct);
    int[] starts = offsets.get(this::findOffsets);
    return new Span(starts[index], starts[index + 1]);
  }

  private int[] findOffsets() {
    int[] found = new int[constructs.size() + 1];
    int i = 0;
    for (Construct construct : constructs) {
      found[i + 1] = found[i] + construct.length();
      i++;
    }
    return found;
  }

  /** This file with other constructs in the place of one. */
  public Dockerfile replace(Construct old, Construct... by) {
    Given.notNull(old, "old");
    return withConstructs(constructs.patch(index(old), added(by, "by"), 1));
  }

  /**
   * This file with each construct of one kind changed: {@code file.map(From.class, from -> from.platform("linux/arm64"))}.
   * Those that the function gives back stay the same instances.
   */
  public <C extends Construct> Dockerfile map(Class<C> kind, Function<? super C, ? extends Construct> change) {
    Given.notNull(kind, "kind");
    Given.notNull(change, "change");
    return withConstructs(
        constructs.map(one -> kind.isInstance(one) ? Given.notNull(change.apply(kind.cast(one)), "change") : one));
  }

  /** This file with constructs added before one. */
  public Dockerfile insertBefore(Construct anchor, Construct... added) {
    Given.notNull(anchor, "anchor");
    return withConstructs(constructs.insertAll(index(anchor), added(added, "added")));
  }

  /** This file with constructs added after one. */
  public Dockerfile insertAfter(Construct anchor, Construct... added) {
    Given.notNull(anchor, "anchor");
    return withConstructs(constructs.insertAll(index(anchor) + 1, added(added, "added")));
  }

  /** This file without a construct. */
  public Dockerfile remove(Construct construct) {
    return withConstructs(constructs.removeAt(index(construct)));
  }

  /** This file with constructs added at its end. A last line that ends in the escape character ends without it then. */
  @Override
  public Dockerfile append(Construct... added) {
    List<Construct> all = added(added, "added");
    return all.isEmpty() ? this : withConstructs(LastLine.completed(constructs).appendAll(all));
  }

  /** This file with a name for its last stage. */
  @Override
  public Dockerfile as(String name) {
    if (stages().isEmpty()) {
      throw Given.refused("name", "a file with a FROM to name", text());
    }
    return stages().last().as(name).dockerfile();
  }

  private static List<Construct> added(Construct[] constructs, String name) {
    return Arrays.asList(Given.noneNull(constructs, name));
  }

  /**
   * This file made of these constructs. Those of this file stay the same instances; others are laid out in its line
   * ending and escape character. In a file without instructions that is what an {@code escape} directive among them
   * says. A last line that is now followed by another gets the line ending that it lacks, and
   * a byte order mark moves to what is now first.
   *
   * @throws IllegalArgumentException where the text that results would be read as other constructs than these: after
   *     a line that ends in a dangling escape, say, or where a comment would come to life as a parser directive
   */
  public Dockerfile withConstructs(Iterable<? extends Construct> others) {
    return Splice.of(this, Given.noneNull(others, "others"));
  }

  static Dockerfile spliced(Source source, Construct[] constructs, Charset encoding) {
    return new Dockerfile(source, Vector.of(constructs), encoding);
  }

  Source source() {
    return source;
  }

  /** It travels as its text. */
  private Object writeReplace() {
    return new Travelling(text(), encoding.name());
  }

  private record Travelling(String text, String encoding) implements Serializable {

    private Object readResolve() {
      return parse(text, Charset.forName(encoding));
    }
  }

  /** Equal where text and encoding are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Dockerfile that
            && text().equals(that.text())
            && encoding.equals(that.encoding));
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** The text. */
  @Override
  public String toString() {
    return text();
  }

  /** What the engine said of a text: kinds and ends of its constructs. */
  static final class Reading implements ConstructSink {

    char escape = '\\';
    Kind[] kinds;
    int[] ends;
    int count;

    private Reading(int guess) {
      kinds = new Kind[guess];
      ends = new int[guess];
    }

    static Reading of(String text) {
      Reading reading = new Reading(16 + text.length() / 32);
      Engine.get().constructs(text, reading);
      return reading;
    }

    @Override
    public void escape(char character) {
      escape = character;
    }

    @Override
    public void construct(Kind kind, int start, int end) {
      if (count == ends.length) {
        kinds = Arrays.copyOf(kinds, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      kinds[count] = kind;
      ends[count++] = end;
    }
  }
}
