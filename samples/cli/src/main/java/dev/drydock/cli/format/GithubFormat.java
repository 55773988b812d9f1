package dev.drydock.cli.format;

import dev.drydock.fleet.FleetFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Annotations on a pull request, by GitHub's workflow commands. GitHub shows ten of each level and step, so there are no
 * more of them, and one line counts the rest. That line holds no text of a file: a runner obeys commands in any line.
 */
final class GithubFormat extends AnnotationFormat {

  private static final int SHOWN = 10;

  private static final Map<Level, String> COMMANDS = Map.of(Level.ERROR, "error", Level.WARNING, "warning", Level.NOTE, "notice");

  private final OutputStream out;
  private final Map<Level, Integer> counts = new EnumMap<>(Level.class);

  GithubFormat(OutputStream out, Levels levels) {
    super(levels);
    this.out = out;
  }

  @Override
  void annotation(RepositoryPath path, Annotation annotation) {
    if (counts.merge(annotation.level(), 1, Integer::sum) <= SHOWN) {
      Region region = annotation.region();
      print(
          "::" + COMMANDS.get(annotation.level())
              + " file=" + property(path.text())
              + ",line=" + region.line()
              + ",endLine=" + region.endLine()
              + ",title=" + property(annotation.rule())
              + "::" + data(annotation.message()));
    }
  }

  @Override
  public void end() {
    int more = counts.values().stream().mapToInt(count -> Math.max(0, count - SHOWN)).sum();
    if (more > 0) {
      print(more + " more are not shown, since GitHub shows " + SHOWN + " of each level; --format sarif has them all");
    }
  }

  private void print(String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a message, as the runner reads it; other characters that command a terminal are question marks. */
  private static String data(String text) {
    return FleetFile.printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
