package dev.drydock.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code blocks of docs/tutorial.md run one after the other, and print what the page shows below them. */
class TutorialTest {

  private static final Path PAGE = Path.of("../../docs/tutorial.md");
  private static final Path ACME = Path.of("src/test/java/dev/acme");
  private static final Pattern BLOCK = Pattern.compile("```(java|text)\n(.*?)```\n", Pattern.DOTALL);
  private static final String NEXT = "----- next\n";

  @TempDir Path directory;

  private static List<MatchResult> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(PAGE)).results().toList();
  }

  /** Whether the block is a file of its own, and nothing to type. */
  private static boolean isFile(String block) {
    return block.startsWith("package ") || block.startsWith("module ");
  }

  private static String file(String start) throws IOException {
    List<String> found = blocks().stream().map(block -> block.group(2)).filter(block -> isFile(block) && block.contains(start)).toList();
    assertThat(found).as(start).hasSize(1);
    return found.get(0);
  }

  @Test
  void itsBlocksPrintWhatIsBelowThem() throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder();
    List<String> shown = new ArrayList<>();
    for (MatchResult block : blocks()) {
      if (block.group(1).equals("text")) {
        shown.set(shown.size() - 1, block.group(2));
      } else if (!isFile(block.group(2))) {
        script.append(block.group(2)).append("print(\"").append(NEXT.strip()).append("\")\n");
        shown.add("");
      }
    }
    Path typed = Files.writeString(directory.resolve("tutorial.jsh"), script + "/exit\n");
    String classPath = Launcher.classPath() + File.pathSeparator + publishedModule();
    assertThat(Launcher.run(Path.of("../.."), classPath, "", typed.toString()))
        .isEqualTo(String.join(NEXT, shown) + NEXT);
  }

  @Test
  void whatItPublishesIsCompiledAndTestedHere() throws IOException {
    assertThat(file("class Acme")).isEqualTo(Files.readString(ACME.resolve("Acme.java")));
    assertThat(file("class LeanTest")).isEqualTo(Files.readString(ACME.resolve("LeanTest.java")));
  }

  /** The module of the page, compiled as one, with nothing on its path but what the language itself needs. */
  private Path publishedModule() throws IOException {
    Path source = Files.createDirectories(directory.resolve("acme/dev/acme")).resolve("Acme.java");
    Path module = directory.resolve("acme/module-info.java");
    Files.writeString(source, file("class Acme"));
    Files.writeString(module, file("module dev.acme"));
    Path classes = directory.resolve("classes");
    String path = Stream.of(Transform.class, Vector.class, NullMarked.class).map(TutorialTest::place).collect(Collectors.joining(File.pathSeparator));
    int status =
        ToolProvider.findFirst("javac").orElseThrow().run(
            System.out, System.err, "-p", path, "-d", classes.toString(), source.toString(), module.toString());
    assertThat(status).isZero();
    return classes;
  }

  /** The folder or jar that holds a class. */
  private static String place(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
  }
}
