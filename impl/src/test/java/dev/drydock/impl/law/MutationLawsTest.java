package dev.drydock.impl.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.read.Corpus;
import dev.drydock.laws.Laws;
import dev.drydock.laws.generator.Hazard;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Small files with each of their lines changed in turn are read without loss and rewritten by the laws: BuildKit's
 * probes in the folder that the system property {@code probes} names, the sample services, and every hazard.
 */
class MutationLawsTest {

  private static final int SHOWN = 5;

  @Test
  void aChangedLineOfAProbeLosesNothing() throws IOException {
    Map<String, String> probes = new TreeMap<>();
    dockerfiles(Corpus.folder("probes"), probes);
    check(probes);
  }

  @Test
  void aChangedLineOfASampleServiceLosesNothing() throws IOException {
    Path services = Path.of("..", "samples", "services");
    assumeTrue(Files.isDirectory(services), "Skipped: the sample services are not in this checkout.");
    Map<String, String> samples = new TreeMap<>();
    dockerfiles(services, samples);
    assertThat(samples).isNotEmpty();
    check(samples);
  }

  @Test
  void aChangedLineOfAHazardLosesNothing() {
    Map<String, String> hazards = new TreeMap<>();
    for (Hazard hazard : Hazard.values()) {
      String base = hazard.base().isEmpty() ? "python:3.12-slim" : hazard.base();
      hazards.put(hazard.name(), hazard.head() + "FROM " + base + " AS app\n" + hazard.body());
    }
    check(hazards);
  }

  private static void check(Map<String, String> files) {
    Transform transform = Transforms.pythonCaching();
    List<String> broken = new ArrayList<>();
    files.forEach(
        (name, text) -> {
          for (String mutant : mutants(text)) {
            try {
              Laws.losslessText(mutant);
              Rewrite rewrite = transform.apply(Dockerfile.parse(mutant));
              Laws.checkRewrite(rewrite);
              Laws.idempotence(transform, rewrite);
            } catch (RuntimeException | AssertionError e) {
              broken.add(name + ": " + e);
            }
          }
        });
    assertThat(broken.stream().limit(SHOWN)).as(broken.size() + " mutants break a law").isEmpty();
  }

  private static List<String> mutants(String text) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < text.length(); at += lines.get(lines.size() - 1).length()) {
      int feed = text.indexOf('\n', at);
      lines.add(text.substring(at, feed < 0 ? text.length() : feed + 1));
    }
    List<String> mutants = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String bare = line.stripTrailing();
      String ending = line.endsWith("\n") ? "\n" : "";
      for (String other :
          List.of(
              line + line,
              "",
              line.substring(0, line.length() / 2),
              line.substring(0, bare.length() / 2) + ending,
              bare,
              bare + "\r" + ending,
              line.toUpperCase(Locale.ROOT),
              line.toLowerCase(Locale.ROOT),
              bare + " \t" + ending)) {
        mutants.add(
            String.join("", lines.subList(0, i)) + other + String.join("", lines.subList(i + 1, lines.size())));
      }
    }
    return mutants;
  }

  private static void dockerfiles(Path folder, Map<String, String> into) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(f -> f.toString().endsWith("Dockerfile")).sorted().toList()) {
        into.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
  }
}
