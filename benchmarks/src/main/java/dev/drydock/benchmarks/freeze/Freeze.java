package dev.drydock.benchmarks.freeze;

import dev.drydock.benchmarks.RealDockerfiles;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command: writes a freeze, compares with one, or shows what one holds of a file. */
public final class Freeze {

  /** How many files are frozen at a time, by all processors together. */
  private static final int BATCH = 256;

  private static final String USAGE =
      """
      freeze write FILE [options]          what all transforms make of the corpus (-Dcorpus=FOLDER) and of generated files
      freeze compare FILE [options]        what differs from that now; status 1 where more than the wording does
      freeze show FILE NAME [options]      what FILE holds of the Dockerfile of this name
      """
          + Options.HELP;

  private final Map<String, Transform> transforms;
  private final PrintStream out;

  Freeze(Map<String, Transform> transforms, PrintStream out) {
    this.transforms = transforms;
    this.out = out;
  }

  /** Ends with 0 where nothing differs, 1 where something does, and 2 where it could not be found out. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    System.exit(new Freeze(FrozenTransforms.all(), System.out).run(List.of(arguments)));
  }

  /** The exit status. */
  int run(List<String> arguments) {
    String command = arguments.size() < 2 ? "" : arguments.get(0);
    try {
      return switch (command) {
        case "write" -> write(Path.of(arguments.get(1)), Options.of(arguments.subList(2, arguments.size())));
        case "compare" -> compare(Path.of(arguments.get(1)), Options.of(arguments.subList(2, arguments.size())));
        case "show" -> arguments.size() < 3 ? usage() : show(arguments);
        default -> usage();
      };
    } catch (IllegalArgumentException | IOException e) {
      out.println(e instanceof IOException ? e : e.getMessage());
      return usage();
    }
  }

  private int usage() {
    out.print(USAGE);
    return 2;
  }

  private int write(Path file, Options options) throws IOException {
    List<Input> inputs = inputs(options);
    return write(file, inputs, options);
  }

  /** Writes what the chosen transforms make of these files. */
  int write(Path file, List<Input> inputs, Options options) throws IOException {
    long began = System.nanoTime();
    Map<String, Transform> chosen = options.choose(transforms);
    try (FreezeWriter writer = new FreezeWriter(file, chosen.keySet())) {
      for (int at = 0; at < inputs.size(); at += BATCH) {
        for (FrozenFile frozen : freeze(inputs.subList(at, Math.min(inputs.size(), at + BATCH)), chosen)) {
          writer.write(frozen);
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "%d files by %d transforms frozen in %.1f s, %.1f MB%n",
        inputs.size(),
        chosen.size(),
        (System.nanoTime() - began) / 1e9,
        Files.size(file) / 1e6);
    return 0;
  }

  private List<Input> inputs(Options options) {
    List<Input> all = new ArrayList<>();
    if (options.corpus()) {
      if (!RealDockerfiles.named()) {
        throw new IllegalArgumentException("The system property 'corpus' names no folder; --no-corpus does without.");
      }
      all.addAll(Input.corpus());
    }
    all.addAll(Input.generated(options.generated()));
    List<Input> chosen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (options.meant(all.get(i), i)) {
        chosen.add(all.get(i));
      }
    }
    return chosen;
  }

  private int compare(Path file, Options options) throws IOException {
    long began = System.nanoTime();
    Map<String, Transform> chosen = options.choose(transforms);
    Comparison comparison = new Comparison();
    boolean allThere;
    try (FreezeReader reader = new FreezeReader(file)) {
      allThere = allThere(reader.transforms(), chosen.keySet(), options);
      List<FrozenFile> batch = new ArrayList<>();
      int index = 0;
      for (FrozenFile earlier = reader.next(); earlier != null; earlier = reader.next()) {
        if (options.meant(earlier.input(), index++)) {
          batch.add(earlier);
        }
        if (batch.size() == BATCH) {
          compare(batch, chosen, comparison);
          batch.clear();
        }
      }
      compare(batch, chosen, comparison);
    }
    out.print(comparison.report(options.most()));
    out.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - began) / 1e9);
    if (comparison.outcomes() == 0) {
      throw new IllegalArgumentException("Nothing was compared.");
    }
    return comparison.differs() || !allThere ? 1 : 0;
  }

  private static void compare(List<FrozenFile> batch, Map<String, Transform> chosen, Comparison comparison) {
    List<FrozenFile> now = freeze(batch.stream().map(FrozenFile::input).toList(), chosen);
    for (int i = 0; i < now.size(); i++) {
      comparison.add(batch.get(i), now.get(i));
    }
  }

  /** Whether all that the earlier run knows are there; says which are not, and how many have nothing to compare with. */
  private boolean allThere(List<String> earlier, Set<String> now, Options options) {
    Set<String> gone = new LinkedHashSet<>(earlier);
    gone.removeIf(name -> !options.meant(name) || now.contains(name));
    Set<String> come = new LinkedHashSet<>(now);
    come.removeAll(earlier);
    gone.forEach(name -> out.println("only in the earlier run: " + name));
    if (!come.isEmpty()) {
      out.println("not in the earlier run: " + String.join(", ", come));
    }
    return gone.isEmpty();
  }

  private static List<FrozenFile> freeze(List<Input> inputs, Map<String, Transform> transforms) {
    return inputs.parallelStream().map(input -> FrozenFile.of(input, transforms)).toList();
  }

  private int show(List<String> arguments) throws IOException {
    String name = arguments.get(2);
    Options options = Options.of(arguments.subList(3, arguments.size()));
    try (FreezeReader reader = new FreezeReader(Path.of(arguments.get(1)))) {
      @Nullable FrozenFile file = reader.next();
      while (file != null && !file.input().name().equals(name)) {
        file = reader.next();
      }
      if (file == null) {
        throw new IllegalArgumentException("No Dockerfile of this name: " + name);
      }
      out.println("=== " + name + "\n" + file.input().text());
      options.choose(file.outcomes()).forEach(this::show);
    }
    return 0;
  }

  private void show(String transform, Outcome outcome) {
    out.println("=== " + transform + "\n" + outcome.text());
    outcome.notes().forEach(note -> out.println(note.decision() + ": " + note.reason()));
  }
}
