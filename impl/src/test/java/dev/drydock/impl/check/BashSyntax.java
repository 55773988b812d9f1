package dev.drydock.impl.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What bash says of a text that it reads and does not run. */
public final class BashSyntax {

  private BashSyntax() {}

  /** Whether there is a bash. */
  public static boolean exists() {
    try {
      return new ProcessBuilder("bash", "-c", ":").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** For each of the texts, whether {@code bash -n} accepts it. Each is read from its file. */
  public static List<Boolean> accepts(List<String> texts, Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < texts.size(); i++) {
      Files.writeString(folder.resolve(String.valueOf(i)), texts.get(i) + "\n", StandardCharsets.UTF_8);
    }
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "for ((i = 0; i < $1; i++)); do if bash -n ./$i 2>/dev/null; then echo 1; else echo 0; fi; done",
                "bash",
                String.valueOf(texts.size()))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Boolean> accepted = new ArrayList<>();
    try (var lines = bash.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(line -> accepted.add(line.equals("1")));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    bash.waitFor();
    return accepted;
  }
}
