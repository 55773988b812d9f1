package dev.drydock.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code drydock inspect} prints of files: what Drydock says of them through what it exports. */
final class Inspected {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Inspected() {}

  /** A row for each file, by its name relative to the folder. */
  static Map<String, JsonNode> rows(Path base, Iterable<String> files) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.drydock.cli.Main",
                "inspect"));
    files.forEach(file -> command.add(base.resolve(file).toString()));
    Path out = Files.createTempFile("inspected", ".jsonl");
    try {
      Process process =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      assertThat(process.waitFor()).as("exit status of drydock inspect").isZero();
      Map<String, JsonNode> rows = new LinkedHashMap<>();
      for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
        JsonNode row = JSON.readTree(line);
        rows.put(base.relativize(Path.of(row.get("file").asText())).toString(), row);
      }
      return rows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(out);
    }
  }
}
