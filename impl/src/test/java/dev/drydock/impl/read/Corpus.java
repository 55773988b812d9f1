package dev.drydock.impl.read;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Real Dockerfiles with BuildKit's answers, from the folder that a system property names. */
public final class Corpus {

  /** One file and what BuildKit says of it. */
  record Case(String file, String text, boolean utf8, JsonNode answer) {
    static Case of(String file, byte[] bytes, JsonNode answer) {
      String text = decode(bytes);
      boolean utf8 = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
      return new Case(file, text, utf8, answer);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSIDE = "dockerfiles/";

  private Corpus() {}

  /** The folder that the property names; skips the test where it is not set, fails where it is missing. */
  public static Path folder(String property) {
    String value = System.getProperty(property, "");
    assumeTrue(!value.isBlank(), () -> "Skipped: the system property '" + property + "' names no folder.");
    Path folder = Path.of(System.getProperty("root", "")).resolve(value);
    if (!Files.isDirectory(folder)) {
      throw new AssertionError("The system property '" + property + "' names no folder: " + folder);
    }
    return folder;
  }

  /** Every real Dockerfile's bytes, by name. */
  public static Map<String, byte[]> files() throws IOException {
    Path folder = folder("corpus");
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream in = new GZIPInputStream(open(folder.resolve("dockerfiles.tar.gz")));
        TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        int at = entry.getName().indexOf(INSIDE);
        if (entry.isFile() && at >= 0) {
          files.put(entry.getName().substring(at + INSIDE.length()), tar.readAllBytes());
        }
      }
    }
    return files;
  }

  static List<Case> dockerfiles() throws IOException {
    Path folder = folder("corpus");
    Map<String, byte[]> files = files();
    List<Case> cases = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(open(folder.resolve("buildkit-answers.jsonl.gz")))) {
      for (JsonNode answer : lines(in)) {
        String file = answer.get("file").asText();
        byte[] bytes = files.get(file);
        if (bytes == null) {
          throw new AssertionError("BuildKit answers for a file that the archive does not hold: " + file);
        }
        cases.add(Case.of(file, bytes, answer));
      }
    }
    return cases;
  }

  static List<Case> probes() throws IOException {
    Path folder = folder("probes");
    List<Case> cases = new ArrayList<>();
    try (InputStream in = open(folder.resolve("buildkit-answers.jsonl"))) {
      for (JsonNode answer : lines(in)) {
        String file = answer.get("file").asText();
        cases.add(Case.of(file, Files.readAllBytes(folder.resolve(file)), answer));
      }
    }
    return cases;
  }

  /** The folders below one of BuildKit's own test folders, by name, each with a Dockerfile. */
  static Map<String, Path> testFiles(String below) throws IOException {
    Map<String, Path> found = new LinkedHashMap<>();
    try (var folders = Files.list(folder("corpus").resolve("buildkit-testfiles").resolve(below))) {
      folders.filter(Files::isDirectory).sorted().forEach(f -> found.put(f.getFileName().toString(), f));
    }
    return found;
  }

  /** UTF-8 where it is valid, else a character for each byte. */
  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static List<JsonNode> lines(InputStream in) throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file));
  }
}
