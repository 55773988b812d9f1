package dev.drydock.impl.caching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where each rule of the built-in transforms lies: the source file with its id, its page, and its test. */
public final class RuleFiles {

  private static final Pattern ID = Pattern.compile("\"([a-z-]+(?:/\\*)?/[a-z-]+)\"");
  private static final Path ROOT = root();
  private static final Path SOURCES = Path.of("impl/src/main/java/dev/drydock/impl/caching");

  private RuleFiles() {}

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("docs/rules"))) {
      Path parent = at.getParent();
      if (parent == null) {
        throw new AssertionError("no docs/rules above " + Path.of("").toAbsolutePath());
      }
      at = parent;
    }
    return at;
  }

  /** The file of the repository at this path. */
  public static Path file(String path) {
    return ROOT.resolve(path);
  }

  /** The ids, with a star for the package manager, each with every source file that has it as a literal. */
  public static Map<String, List<Path>> byId() {
    Map<String, List<Path>> files = new TreeMap<>();
    for (Path source : sources()) {
      Matcher id = ID.matcher(text(source));
      while (id.find()) {
        files.computeIfAbsent(id.group(1), key -> new ArrayList<>()).add(source);
      }
    }
    return files;
  }

  /** The sources of what decides: the transforms, their plan, and the rules. */
  private static List<Path> sources() {
    List<Path> sources = new ArrayList<>();
    for (String floor : new String[] {"", "plan", "rule"}) {
      sources.addAll(sources(floor));
    }
    return sources;
  }

  /** The sources of one floor. */
  public static List<Path> sources(String floor) {
    try (Stream<Path> files = Files.list(ROOT.resolve(SOURCES).resolve(floor))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The simple name of the class that a source file holds. */
  public static String className(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  /** The test class of a source file, which lies in the same package. */
  public static Path test(Path source) {
    return Path.of(source.toString().replace("/src/main/", "/src/test/").replaceAll("\\.java$", "Test.java"));
  }

  /** The name of a test class by which a page names it. */
  public static String testName(Path source) {
    String path = ROOT.resolve("impl/src/test/java").relativize(test(source)).toString();
    return path.replaceAll("\\.java$", "").replace('/', '.');
  }

  /** The page of a rule. */
  public static Path page(String id) {
    return ROOT.resolve("docs/rules").resolve(id.replace("/*/", "-").replace('/', '-') + ".md");
  }

  /** What a file holds; nothing where there is none. */
  public static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
