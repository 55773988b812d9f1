package dev.drydock.impl.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Packages of npm in a folder, as far as they could be had.
 *
 * @param packages those that are wanted, as {@code name@version}
 */
record Installed(Path folder, Path script, List<String> packages) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The packages that a list names. */
  static Installed of(Path folder, Path list, Path script) {
    try {
      return new Installed(folder, script, Files.readAllLines(list).stream().filter(line -> !line.isBlank()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that are not there, or in another version. */
  List<String> missing() {
    return packages.stream().filter(name -> !has(name)).toList();
  }

  /** Whether these are there, named without their versions. */
  boolean has(List<String> names) {
    return names.stream().allMatch(name -> packages.stream().anyMatch(wanted -> wanted.startsWith(name + "@") && has(wanted)));
  }

  private boolean has(String wanted) {
    int at = wanted.lastIndexOf('@');
    Path json = path(wanted.substring(0, at)).resolve("package.json");
    try {
      return Files.exists(json) && JSON.readTree(json.toFile()).path("version").asText().equals(wanted.substring(at + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of a package. */
  Path path(String name) {
    return folder.resolve("node_modules").resolve(name);
  }

  /** The package with its version. */
  String version(String name) {
    return packages.stream().filter(wanted -> wanted.startsWith(name + "@")).findFirst().orElse(name);
  }

  /** The command that does something with each file of a tree. */
  Command node(String what, Tree tree) {
    return new Command(
        List.of("node", script.toString(), what, tree.folder().toString()), Map.of("NODE_PATH", folder.resolve("node_modules").toString()));
  }

  /** The kinds of errors that dockerfile-utils finds in each file. */
  Map<String, List<String>> errors(Tree tree) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (String line : node("errors", tree).run().output().lines().filter(each -> each.startsWith("{")).toList()) {
      try {
        JsonNode row = JSON.readTree(line);
        List<String> codes = new ArrayList<>();
        row.path("errors").forEach(code -> codes.add(code.asText()));
        errors.put(row.path("file").asText(), codes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return errors;
  }

  /** The errors of each file that it did not have before. */
  static Map<String, List<String>> added(Map<String, List<String>> before, Map<String, List<String>> after) {
    Map<String, List<String>> added = new LinkedHashMap<>();
    for (Entry<String, List<String>> file : after.entrySet()) {
      List<String> codes = new ArrayList<>(file.getValue());
      before.getOrDefault(file.getKey(), Collections.emptyList()).forEach(codes::remove);
      added.put(file.getKey(), codes.stream().map(code -> "dockerfile-utils: error " + code).toList());
    }
    return added;
  }
}
