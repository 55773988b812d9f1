// What samples/jshell/drydock starts with: every import, and words for a tree of Dockerfiles.
import dev.drydock.caching.*
import dev.drydock.dockerfile.*
import dev.drydock.fleet.*
import dev.drydock.laws.Laws
import dev.drydock.laws.generator.DockerfileArbitraries
import dev.drydock.shell.*
import dev.drydock.text.*
import dev.drydock.transform.*
import static dev.drydock.caching.PackageManagers.*
import static dev.drydock.caching.Transforms.*
import io.vavr.collection.Vector
import io.vavr.control.Option
import java.nio.file.Path
import java.time.Duration
import java.util.*
import java.util.function.*
import java.util.regex.*
import java.util.stream.*

/** Prints a value as its text: a Dockerfile, a Rewrite as its diff and notes, a table. */
void print(Object value) {
  String text = String.valueOf(value);
  System.out.print(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
}

/** What the call of the launcher said with -Dname=value. */
String setting(String name, String otherwise) {
  return System.getProperty(name, otherwise);
}

/** Rows of cells, printed in columns. */
record Table(List<List<String>> rows) {
  static Table of(List<String> head, Stream<? extends List<?>> rows) {
    Stream<List<String>> texts = rows.map(row -> row.stream().map(String::valueOf).toList());
    return new Table(Stream.concat(Stream.of(head), texts).toList());
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private String line(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> row.get(column) + " ".repeat(width(column) - row.get(column).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  @Override
  public String toString() {
    return rows.stream().map(row -> line(row) + "\n").collect(Collectors.joining());
  }
}

/** What a transform makes of Dockerfiles, printed as diffs and notes. Nothing is written before write(). */
record Refit(Map<FleetFile, Rewrite> rewrites) {

  /** Just the files whose path ends so. */
  Refit only(String path) {
    Map<FleetFile, Rewrite> chosen = new LinkedHashMap<>(rewrites);
    chosen.keySet().removeIf(file -> !file.path().endsWith(path));
    return new Refit(chosen);
  }

  /** How many notes of which kind each file has. */
  Table summary() {
    return Table.of(
        List.of("file", "changed", "kept", "warning"),
        rewrites.entrySet().stream()
            .map(one -> List.of(
                one.getKey().name(),
                one.getValue().notes(Note.Kind.CHANGED).size(),
                one.getValue().notes(Note.Kind.KEPT).size(),
                one.getValue().notes(Note.Kind.WARNING).size())));
  }

  /** Writes the files that change, each whole or not at all, and lists them. */
  Table write() {
    List<FleetFile> changed = rewrites.keySet().stream().filter(file -> rewrites.get(file).changed()).toList();
    changed.forEach(file -> file.write(rewrites.get(file)));
    return Table.of(List.of("written"), changed.stream().map(file -> List.of(file.name())));
  }

  @Override
  public String toString() {
    return rewrites.entrySet().stream()
        .map(one -> one.getValue().diff(one.getKey().name())
            + one.getValue().notes().map(note -> one.getKey().name() + " " + note + "\n").mkString())
        .collect(Collectors.joining());
  }
}

/** Dockerfiles that were read, printed as a table. */
record Dockerfiles(Map<FleetFile, Dockerfile> files) {

  /** Those below a directory that git does not ignore; those that BuildKit would refuse are among them. */
  static Dockerfiles under(String path) {
    Map<FleetFile, Dockerfile> found = new LinkedHashMap<>();
    Fleet.under(Path.of(path), Ignore.git()).forced().visit(new FleetVisitor() {
      @Override
      public void rewrite(FleetFile file, Rewrite rewrite) {
        found.put(file, rewrite.before());
      }

      @Override
      public void failed(FleetFile file, String reason) {
        print(reason);
      }
    });
    return new Dockerfiles(found);
  }

  /** Just those whose path ends so. */
  Dockerfiles only(String path) {
    Map<FleetFile, Dockerfile> chosen = new LinkedHashMap<>(files);
    chosen.keySet().removeIf(file -> !file.path().endsWith(path));
    return new Dockerfiles(chosen);
  }

  /** What is made of each that BuildKit accepts: read it, then write() it. */
  Refit refit(Transform transform) {
    Map<FleetFile, Rewrite> rewrites = new LinkedHashMap<>();
    files.forEach((file, dockerfile) ->
        Fleet.under(file.path()).refit(transform).visit(file, dockerfile, rewrites::put));
    return new Refit(rewrites);
  }

  /** Something of each stage: files.table(Stage::base). */
  Table table(Function<Stage, Object> column) {
    return stages(List.of("stage", "value"), stage -> true, stage -> List.of(column.apply(stage)));
  }

  /** The images that stages are built on, as written and with the defaults of build arguments. */
  Table baseImages() {
    return stages(
        List.of("stage", "written", "image"),
        stage -> stage.parent().isEmpty(),
        stage -> List.of(stage.from().image(), stage.base()));
  }

  private Table stages(List<String> head, Predicate<Stage> chosen, Function<Stage, List<?>> columns) {
    Stream<List<?>> rows = files.entrySet().stream()
        .flatMap(one -> one.getValue().stages().filter(chosen).toJavaStream()
            .map(stage -> Stream.concat(
                    Stream.of(one.getKey().name() + ":" + one.getValue().line(stage.from())),
                    columns.apply(stage).stream())
                .toList()));
    return Table.of(head, rows);
  }

  @Override
  public String toString() {
    return Table.of(
            List.of("file", "stages", "RUNs", "problems"),
            files.entrySet().stream()
                .map(one -> List.of(
                    one.getKey().name(),
                    one.getValue().stages().size(),
                    one.getValue().all(Run.class).size(),
                    one.getValue().problems().size())))
        .toString();
  }
}
