package dev.drydock.impl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Problem;
import dev.drydock.dockerfile.Run;
import dev.drydock.caching.PackageManagers;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import dev.drydock.caching.Transforms;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Holds the output of {@code pythonCaching()} for every file of some collection to the rules of this package. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SafetyOfFiles {

  private final Map<String, Rewritten> files = new TreeMap<>();

  /** The files by name. */
  abstract Map<String, Dockerfile> dockerfiles() throws IOException;

  @BeforeAll
  void rewriteEveryFile() throws IOException {
    files.putAll(rewritten(Transforms.pythonCaching()));
  }

  Map<String, Rewritten> rewritten(Transform transform) throws IOException {
    Map<String, Rewritten> rewritten = new TreeMap<>();
    dockerfiles().forEach((name, dockerfile) -> rewritten.put(name, new Rewritten(name, transform.apply(dockerfile))));
    return rewritten;
  }

  @Test
  void noOutputBreaksARule() {
    List<String> broken = new ArrayList<>();
    files.forEach((name, file) -> Rules.broken(file).forEach(rule -> broken.add(name + " " + rule)));
    assertThat(broken).isEmpty();
  }

  @Test
  void bashReadsEveryRunThatItReadBefore(@TempDir Path folder) throws IOException, InterruptedException {
    assertThat(refusedByBash(files.values(), folder)).isEmpty();
  }

  /** The commands of changed RUNs that bash accepted before and does not any more. */
  static List<String> refusedByBash(Collection<Rewritten> files, Path folder)
      throws IOException, InterruptedException {
    assumeTrue(BashSyntax.exists(), "Skipped: there is no bash.");
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Rewritten file : files) {
      for (Step step : file.steps) {
        if (!step.was().command().equals(step.is().command()) && !step.after().execForm()) {
          texts.add(step.was().command());
          texts.add(step.is().command());
          names.add(file.file + " line " + step.line());
        }
      }
    }
    List<Boolean> accepted = BashSyntax.accepts(texts, folder);
    assertThat(accepted).hasSameSizeAs(texts);
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (accepted.get(2 * i) && !accepted.get(2 * i + 1)) {
        broken.add(names.get(i) + ": " + texts.get(2 * i + 1));
      }
    }
    assertThat(accepted).contains(true);
    return broken;
  }

  @Test
  void nothingDangles() {
    assertThat(dangling(files.values())).isEmpty();
  }

  /** The changed RUNs with a connector that leads nowhere, where there was none before. */
  static List<String> dangling(Collection<Rewritten> files) {
    List<String> dangling = new ArrayList<>();
    for (Rewritten file : files) {
      for (Step step : file.steps) {
        boolean was = dangles(step.was().command());
        if (step.changed() && dangles(step.is().command()) && !was) {
          dangling.add(file.file + " line " + step.line() + ": " + step.after().text());
        }
      }
    }
    return dangling;
  }

  private static boolean dangles(String command) {
    return command.isBlank()
        || command.matches("(?s).*(&&|\\|\\||\\||\\\\)\\s*")
        || command.matches("(?s)\\s*(&&|\\|\\||;|\\|).*")
        || command.matches("(?s).*(&&|\\|\\||;)\\s*(&&|\\|\\||;(?!;)).*");
  }

  @Test
  void noOutputHasNewProblems() {
    for (Rewritten file : files.values()) {
      Vector<String> before = file.rewrite.before().problems().map(Problem::kind);
      Vector<String> after = file.rewrite.after().problems().map(Problem::kind);
      assertThat(before.removeAll(after).size() + after.size()).as(file.file).isLessThanOrEqualTo(before.size());
      assertThat(after.forAll(before::contains)).as(file.file).isTrue();
    }
  }

  @Test
  void whatBuildKitRefusesIsIdentical() {
    for (Rewritten file : files.values()) {
      boolean refused = file.rewrite.notes().exists(note -> note.rule().equals("file/refused"));
      boolean noFrom = !file.rewrite.before().text().matches("(?ims)^\\s*from\\s.*|.*?^\\s*from\\s.*");
      if (refused || noFrom) {
        assertThat(file.rewrite.after().text()).as(file.file).isEqualTo(file.rewrite.before().text());
      }
    }
  }

  @Test
  void theWholeOfAptsStateIsNotMountedWhereMarksMatter() throws IOException {
    Transform transform = Transforms.mountCache(PackageManagers.APT);
    dockerfiles()
        .forEach(
            (name, dockerfile) -> {
              Rewritten file = new Rewritten(name, transform.apply(dockerfile));
              for (Step step : file.steps) {
                boolean whole = step.added().stream().anyMatch(mount -> mount.target().equals("/var/lib/apt"));
                assertThat(whole && Rules.usesMarks(step, file)).as("%s line %s", name, step.line()).isFalse();
              }
            });
  }

  @Test
  void mountsAreTakenBackByStripping() throws IOException {
    Transform mount = Transforms.mountCache(PackageManagers.APT, PackageManagers.PIP, PackageManagers.UV);
    dockerfiles()
        .forEach(
            (name, dockerfile) -> {
              if (dockerfile.text().contains("type=cache")) {
                return;
              }
              Rewrite mounted = mount.apply(dockerfile);
              Dockerfile back = Transforms.stripCacheMounts().apply(mounted.after()).after();
              List<Instruction> kept = back.instructions().asJava();
              List<Instruction> old = dockerfile.instructions().asJava();
              if (mounted.notes().exists(note -> note.rule().endsWith("/parents"))) {
                return;
              }
              assertThat(kept).as(name).hasSameSizeAs(old);
              for (int i = 0; i < old.size(); i++) {
                assertThat(kept.get(i).arguments()).as(name).isEqualTo(old.get(i).arguments());
                assertThat(kept.get(i).flags().map(flag -> flag.text())).as(name)
                    .isEqualTo(old.get(i).flags().map(flag -> flag.text()));
                boolean onLine = old.get(i).text().matches("(?is)\\s*run (?!--)[^\\s\\\\`].*");
                if (old.get(i) instanceof Run && onLine) {
                  assertThat(kept.get(i).text()).as(name).isEqualTo(old.get(i).text());
                }
              }
            });
  }
}
