package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code --write}, {@code json}, {@code sarif} and {@code patch} make the same files of the sample services, and of the real
 * files of the corpus where the build names one.
 */
class FormatsAgreeTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  /** The files, by their paths below a folder. */
  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> services = Files.list(Path.of("..", "services", "docker"))) {
      for (Path service : services.toList()) {
        files.put("services/" + service.getFileName(), Files.readAllBytes(service));
      }
    }
    files.put("latin/Dockerfile", "FROM python:3.12\n# caf\u00e9\nRUN pip install flask".getBytes(StandardCharsets.ISO_8859_1));
    files.put("dos/Dockerfile", "FROM python:3.12\r\nRUN pip install flask".getBytes(StandardCharsets.UTF_8));
    String corpus = System.getProperty("corpus", "");
    if (!corpus.isBlank()) {
      Path archive = Path.of(System.getProperty("root", "")).resolve(corpus).resolve("dockerfiles.tar.gz");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(archive));
          TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          if (entry.isFile()) {
            files.put("corpus/" + files.size() + "/Dockerfile", tar.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  private Path copy(String name, Map<String, byte[]> files) {
    Tree tree = new Tree(directory.resolve(name));
    files.forEach(tree::file);
    return tree.root();
  }

  private static Map<String, byte[]> contents(Path root, Set<String> names) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    for (String name : names) {
      contents.put(name, Files.readAllBytes(root.resolve(name)));
    }
    return contents;
  }

  @Test
  void whatIsWrittenIsWhatEachFormatSays() throws IOException, InterruptedException {
    Map<String, byte[]> files = files();
    Path read = copy("read", files);
    Path written = copy("written", files);
    Called.with("--write", "--quiet", written).exits(0);
    Map<String, byte[]> expected = contents(written, files.keySet());
    assertThat(expected.entrySet().stream().filter(file -> !Arrays.equals(file.getValue(), files.get(file.getKey())))).hasSizeGreaterThan(8);

    String json = Called.with("--format", "json", read).exits(0).out();
    Schema.JSON.accepts(json);
    Map<String, Charset> encodings = new TreeMap<>();
    Map<String, byte[]> byJson = new TreeMap<>(files);
    for (JsonNode file : JSON.readTree(json).get("files")) {
      if (file.has("edits")) {
        String name = file.get("uri").asString();
        encodings.put(name, Charset.forName(file.get("encoding").asString()));
        byJson.compute(name, (any, bytes) -> edited(bytes, of(encodings, name), file.get("edits").valueStream().toList()));
        assertThat(edited(of(files, name), of(encodings, name), byNotes(file))).as("by notes: %s", name).isEqualTo(expected.get(name));
      }
    }
    assertSame(byJson, expected);

    String sarif = Called.with("--format", "sarif", read).exits(0).out();
    Schema.SARIF.accepts(sarif);
    Map<String, Set<JsonNode>> replacements = new TreeMap<>();
    for (JsonNode result : JSON.readTree(sarif).get("runs").get(0).get("results")) {
      for (JsonNode fix : result.path("fixes")) {
        JsonNode change = fix.get("artifactChanges").get(0);
        change.get("replacements").forEach(replacements.computeIfAbsent(change.get("artifactLocation").get("uri").asString(), any -> new LinkedHashSet<>())::add);
      }
    }
    Map<String, byte[]> bySarif = new TreeMap<>(files);
    replacements.forEach((name, all) -> bySarif.compute(name, (any, bytes) -> replaced(bytes, of(encodings, name), all)));
    assertSame(bySarif, expected);

    Path patch = directory.resolve("patch");
    Files.write(patch, Called.with("--format", "patch", read).exits(0).bytes());
    Path applied = copy("applied", files);
    run(applied, patch, "git", "apply", "--whitespace=nowarn", "-");
    assertSame(contents(applied, files.keySet()), expected);
    Path patched = copy("patched", files);
    run(patched, patch, "patch", "-p1", "--binary", "--quiet");
    assertSame(contents(patched, files.keySet()), expected);
  }

  private static <T> T of(Map<String, T> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private static void assertSame(Map<String, byte[]> files, Map<String, byte[]> expected) {
    expected.forEach((name, bytes) -> assertThat(files.get(name)).as(name).isEqualTo(bytes));
  }

  /** The edits of all notes together, each once. */
  private static List<JsonNode> byNotes(JsonNode file) {
    return file.get("notes").valueStream()
        .flatMap(note -> note.get("edits").valueStream())
        .distinct()
        .sorted(Comparator.comparing(edit -> edit.get("span").get("start").asInt()))
        .toList();
  }

  private static byte[] edited(byte[] bytes, Charset encoding, List<JsonNode> edits) {
    StringBuilder text = new StringBuilder(new String(bytes, encoding));
    for (int i = edits.size() - 1; i >= 0; i--) {
      JsonNode span = edits.get(i).get("span");
      text.replace(span.get("start").asInt(), span.get("end").asInt(), edits.get(i).get("replacement").asString());
    }
    return text.toString().getBytes(encoding);
  }

  private static byte[] replaced(byte[] bytes, Charset encoding, Set<JsonNode> replacements) {
    String text = new String(bytes, encoding);
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      starts.add(feed + 1);
    }
    List<JsonNode> last = new ArrayList<>(replacements);
    last.sort(Comparator.comparing((JsonNode each) -> each.get("deletedRegion").get("startLine").asInt())
        .thenComparing(each -> each.get("deletedRegion").get("endLine").asInt()).reversed());
    StringBuilder result = new StringBuilder(text);
    int free = text.length();
    for (JsonNode each : last) {
      JsonNode region = each.get("deletedRegion");
      assertThat(region.get("startColumn").asInt()).isEqualTo(1);
      int start = starts.get(region.get("startLine").asInt() - 1);
      int end = starts.get(region.get("endLine").asInt() - 1) + region.get("endColumn").asInt() - 1;
      assertThat(end).as("replacements do not overlap").isBetween(start, free);
      assertThat(end == text.length() || region.get("endColumn").asInt() == 1).isTrue();
      free = start;
      result.replace(start, end, each.get("insertedContent").get("text").asString());
    }
    return result.toString().getBytes(encoding);
  }

  private static void run(Path directory, Path input, String... command) throws IOException, InterruptedException {
    File out = Files.createTempFile(directory, "out", "").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(out);
    builder.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(directory.getParent()));
    Process process = builder.redirectInput(input.toFile()).start();
    assertThat(process.waitFor()).as("%s%n%s", List.of(command), Files.readString(out.toPath())).isEqualTo(0);
  }
}
