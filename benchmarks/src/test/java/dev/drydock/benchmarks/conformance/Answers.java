package dev.drydock.benchmarks.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Dockerfiles in a folder, and what BuildKit says of each.
 *
 * @param base the folder that the names of the files are relative to
 * @param byFile BuildKit's answers by the name of the file, in order
 */
record Answers(Path base, Map<String, JsonNode> byFile) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSIDE = "dockerfiles/";

  /** The corpus, unpacked into this folder. */
  static Answers ofCorpus(Path unpacked) throws IOException {
    Path corpus = folder("corpus");
    try (TarArchiveInputStream tar = new TarArchiveInputStream(unzipped(corpus.resolve("dockerfiles.tar.gz")))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        int inside = entry.getName().indexOf(INSIDE);
        if (entry.isFile() && inside >= 0) {
          Path file = unpacked.resolve(entry.getName().substring(inside + INSIDE.length()));
          Files.createDirectories(file.getParent());
          Files.write(file, tar.readAllBytes());
        }
      }
    }
    try (InputStream answers = unzipped(corpus.resolve("buildkit-answers.jsonl.gz"))) {
      return new Answers(unpacked, byFile(answers));
    }
  }

  static Answers ofProbes() throws IOException {
    Path probes = folder("probes");
    try (InputStream answers = Files.newInputStream(probes.resolve("buildkit-answers.jsonl"))) {
      return new Answers(probes, byFile(answers));
    }
  }

  /** The folders below one of BuildKit's own test folders that hold a Dockerfile. */
  static List<Path> testFiles(String below) throws IOException {
    try (var folders = Files.list(folder("corpus").resolve("buildkit-testfiles").resolve(below))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The folder that a property names; the test is skipped where it names none. */
  static Path folder(String property) {
    String value = System.getProperty(property, "");
    assumeTrue(!value.isBlank(), () -> "Skipped: the system property '" + property + "' names no folder.");
    Path folder = Path.of(System.getProperty("root", "")).resolve(value);
    if (!Files.isDirectory(folder)) {
      throw new AssertionError("The system property '" + property + "' names no folder: " + folder);
    }
    return folder;
  }

  /** Whether BuildKit's answer can show the file: where its bytes are not UTF-8 it cannot. */
  static boolean shown(JsonNode answer) {
    return !answer.toString().contains("\ufffd");
  }

  private static Map<String, JsonNode> byFile(InputStream answers) throws IOException {
    Map<String, JsonNode> byFile = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8)).lines().forEach(lines::add);
    for (String line : lines) {
      JsonNode answer = JSON.readTree(line);
      byFile.put(answer.get("file").asText(), answer);
    }
    return byFile;
  }

  private static InputStream unzipped(Path file) throws IOException {
    return new GZIPInputStream(Files.newInputStream(file));
  }
}
