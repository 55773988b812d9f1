package dev.drydock.jshell;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;

/** Starts jshell in this JVM, on this JVM's class path; takes jshell's own arguments. */
public final class Main {

  /** A value is shown as its own text, whole, and without the name of a variable. */
  private static final String FEEDBACK =
      """
      /set mode drydock normal -command
      /set prompt drydock "drydock> " "    ...> "
      /set truncation drydock 1000000
      /set format drydock display "{value}{post}" expression,varinit,assignment,varvalue-added,modified,replaced-primary
      /set mode drydock -retain
      /set feedback -retain drydock
      /exit
      """;

  private Main() {}

  /** Runs the scripts that the arguments name; without one that ends in {@code /exit} it asks. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> preferences = new HashMap<>();
    setFeedback(preferences);
    List<String> all = new ArrayList<>(List.of("--execution", "local", "--class-path", classPath()));
    all.addAll(Arrays.asList(arguments));
    System.exit(JavaShellToolBuilder.builder().persistence(preferences).start(all.toArray(String[]::new)));
  }

  /** A session of its own: jshell knows modes only once it asks, so that a start-up script cannot set one. */
  private static void setFeedback(Map<String, String> preferences) throws Exception {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    JavaShellToolBuilder.builder()
        .persistence(preferences)
        .in(new ByteArrayInputStream(FEEDBACK.getBytes(StandardCharsets.UTF_8)), null)
        .out(nowhere)
        .err(nowhere)
        .start("--execution", "local", "--no-startup");
    preferences.keySet().removeIf(key -> key.startsWith("HISTORY"));
  }

  /** Without what is not there, which jshell refuses. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> Files.exists(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
