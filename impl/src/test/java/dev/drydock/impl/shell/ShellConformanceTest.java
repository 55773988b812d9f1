package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.impl.check.BashSyntax;
import dev.drydock.impl.read.Corpus;
import dev.drydock.impl.read.OwnFiles;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares what is read of shell text with {@code bash -n} and with shfmt: what bash accepts is read or declined, what
 * bash refuses is never called understood, and what is understood has the same commands, words and values to shfmt,
 * at the same places.
 */
class ShellConformanceTest {

  @BeforeEach
  void thePeersAreThere() throws InterruptedException {
    assumeTrue(BashSyntax.exists(), "Skipped: there is no bash.");
    Shfmt.assumeInstalled();
  }

  @Test
  void everyRunOfTheCorpusIsReadAsBashAndShfmtReadIt(@TempDir Path folder) throws IOException, InterruptedException {
    List<String> scripts = scripts(Corpus.files());
    ShellComparison comparison = ShellComparison.of(scripts, folder);
    String table = table(scripts.size(), comparison);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "shell-conformance.md"), table, StandardCharsets.UTF_8);
    System.out.println(table);
    assertThat(comparison.contradictions).isEmpty();
    assertThat(comparison.count("bash accepts: read"))
        .isGreaterThanOrEqualTo(995 * comparison.count("bash accepts") / 1000);
    assertThat(comparison.count("shfmt parses: agrees")).isGreaterThan(95 * scripts.size() / 100);
  }

  @Test
  void everyRunOfTheOwnFilesIsReadAsBashAndShfmtReadIt(@TempDir Path folder) throws IOException, InterruptedException {
    List<String> scripts = scripts(OwnFiles.all());
    ShellComparison comparison = ShellComparison.of(scripts, folder);
    assertThat(comparison.contradictions).isEmpty();
    assertThat(scripts).hasSizeGreaterThan(60);
    assertThat(comparison.count("shfmt parses: agrees")).isGreaterThan(90 * scripts.size() / 100);
  }

  @Test
  void generatedScriptsAreReadAsBashAndShfmtReadThem(@TempDir Path folder) throws IOException, InterruptedException {
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    List<String> scripts = new ArrayList<>();
    for (int i = 0; i < Integer.getInteger("scripts", 300); i++) {
      scripts.add(GeneratedShell.valid(random));
      scripts.add(GeneratedShell.damaged(random));
    }
    ShellComparison comparison = ShellComparison.of(scripts, folder);
    assertThat(comparison.contradictions).as("-Dseed=%s", seed).isEmpty();
    assertThat(comparison.count("bash refuses")).isGreaterThan(scripts.size() / 20);
    assertThat(comparison.count("bash accepts: read")).isGreaterThan(scripts.size() / 3);
    assertThat(comparison.count("shfmt parses: agrees")).isGreaterThan(scripts.size() / 5);
  }

  /** Every different script of the files: of a RUN in shell form or with heredocs, also in ONBUILD, and of {@code bash -c}. */
  private static List<String> scripts(Map<String, byte[]> files) {
    LinkedHashSet<String> scripts = new LinkedHashSet<>();
    for (byte[] file : new TreeMap<>(files).values()) {
      for (Instruction instruction : Dockerfile.decode(file).instructions()) {
        Instruction inner =
            instruction instanceof OnBuild outer ? outer.instruction().getOrElse(instruction) : instruction;
        if (inner instanceof Run run && run.script().isDefined()) {
          add(run.script().get(), run.execForm(), scripts);
        }
      }
    }
    return new ArrayList<>(scripts);
  }

  private static void add(ShellScript script, boolean execForm, java.util.Set<String> scripts) {
    if (!execForm && !scripts.add(script.text())) {
      return;
    }
    for (SimpleCommand command : script.commands()) {
      int option = command.words().indexWhere(word -> word.value().exists(value -> value.matches("-[a-z]*c")));
      if (command.name().exists(ShellScript::isShell) && option > 0 && option + 1 < command.words().size()) {
        command.words().get(option + 1).value().forEach(text -> add(ShellScript.parse(text), false, scripts));
      }
    }
  }

  private static String table(int scripts, ShellComparison comparison) {
    StringBuilder table = new StringBuilder("| | scripts |\n|---|---:|\n");
    table.append(String.format("| different scripts | %,d |%n", scripts));
    comparison.counts.forEach((answer, count) -> table.append(String.format("| %s | %,d |%n", answer, count)));
    comparison.declined.forEach(
        (reason, count) -> table.append(String.format("| declined, though bash accepts: %s | %,d |%n", reason, count)));
    return table.toString();
  }
}
