package dev.drydock.impl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheIds;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the ids that the policies choose for every real file to the hazard that they are for. */
class IdsTest {

  /** The releases that the text of a FROM names, each with its number. */
  private static final Pattern RELEASE =
      Pattern.compile(
          "(?<![a-z])(jessie|stretch|buster|bullseye|bookworm|trixie|trusty|xenial|bionic|focal|jammy|noble)(?![a-z])"
              + "|(debian|ubuntu|alpine|fedora|rockylinux):?-?(\\d+(?:\\.\\d+)?)");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("debian8", "jessie"),
          Map.entry("debian9", "stretch"),
          Map.entry("debian10", "buster"),
          Map.entry("debian11", "bullseye"),
          Map.entry("debian12", "bookworm"),
          Map.entry("debian13", "trixie"),
          Map.entry("ubuntu14.04", "trusty"),
          Map.entry("ubuntu16.04", "xenial"),
          Map.entry("ubuntu18.04", "bionic"),
          Map.entry("ubuntu20.04", "focal"),
          Map.entry("ubuntu22.04", "jammy"),
          Map.entry("ubuntu24.04", "noble"));

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)");

  private static final Map<String, Rewritten> FILES = new TreeMap<>();

  @BeforeAll
  static void rewriteEveryFile() throws IOException {
    CacheIds ids = CacheIds.byRelease().and(CacheIds.byPlatform());
    Transform transform =
        Transforms.pythonCaching(
            PackageManagers.APT.withIds(ids), PackageManagers.PIP.withIds(ids), PackageManagers.UV.withIds(ids));
    RealFiles.dockerfiles()
        .forEach((name, dockerfile) -> FILES.put(name, new Rewritten(name, transform.apply(dockerfile))));
    assertThat(FILES).hasSizeGreaterThan(1000);
  }

  @Test
  void noOutputBreaksARule() {
    List<String> broken = new ArrayList<>();
    FILES.forEach((name, file) -> Rules.broken(file).forEach(rule -> broken.add(name + " " + rule)));
    assertThat(broken).isEmpty();
  }

  @Test
  void noCacheIsSharedByReleasesThatAreKnownToBeDifferent() {
    Map<String, Map<String, String>> users = new TreeMap<>();
    int known = 0;
    for (Rewritten file : FILES.values()) {
      for (Step step : file.steps) {
        String release = release(step.stage());
        for (MountText mount : release.isEmpty() ? List.<MountText>of() : step.added()) {
          known++;
          users
              .computeIfAbsent(mount.values().get("id"), id -> new TreeMap<>())
              .put(release, file.file + " line " + step.line());
        }
      }
    }
    users.values().removeIf(releases -> releases.size() < 2);
    assertThat(users).isEmpty();
    assertThat(known).isGreaterThan(100);
  }

  /** The release of the lineage's image, where its FROM is written out and names one. */
  private static String release(Stage stage) {
    for (Stage each : stage.lineage()) {
      if (each.from().text().contains("$")) {
        return "";
      }
    }
    Matcher named = RELEASE.matcher(stage.lineage().head().from().text());
    if (!named.find()) {
      return "";
    }
    MatchResult release = named.toMatchResult();
    String number = (release.group(2) + release.group(3)).replaceFirst("^(debian\\d+)\\..*", "$1");
    return release.group(1) != null ? release.group(1) : NAMES.getOrDefault(number, number);
  }

  @Test
  void whatChoosesAnIdIsDeclaredInItsStageAndSetByNothingElse() {
    List<String> broken = new ArrayList<>();
    int named = 0;
    for (Rewritten file : FILES.values()) {
      for (Step step : file.steps) {
        for (MountText mount : step.added()) {
          Matcher variable = VARIABLE.matcher(mount.values().getOrDefault("id", ""));
          while (variable.find()) {
            named++;
            if (!isDeclared(variable.group(1), step, file)) {
              broken.add(file.file + " line " + step.line() + ": " + mount.flag());
            }
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(named).isGreaterThan(100);
  }

  private static boolean isDeclared(String name, Step step, Rewritten file) {
    Pattern bare = Pattern.compile("(?is)\\s*arg\\s+(.*\\s)?" + name + "(\\s.*)?");
    Pattern set = Pattern.compile("(?is)\\s*(arg|env)\\s+(.*\\s)?" + name + "(=|\\s+\\S).*");
    boolean declared = false;
    boolean changed = false;
    for (Stage stage : step.stage().lineage()) {
      for (Instruction instruction : stage.instructions()) {
        boolean before = file.rewrite.after().index(instruction) < file.rewrite.after().index(step.after());
        String text = Joined.of(instruction).command();
        declared |= before && stage.equals(step.stage()) && bare.matcher(text).matches();
        changed |= before && set.matcher(text).matches() && !bare.matcher(text).matches();
      }
    }
    return declared && !changed;
  }

  @Test
  void nothingThatUsedAnUndeclaredArgumentFindsItDeclared() {
    for (Rewritten file : FILES.values()) {
      for (Instruction argument : file.inserted) {
        if (argument.text().startsWith("ARG ")) {
          String name = argument.text().substring("ARG ".length()).strip();
          assertThat(usesBefore(name, argument, file)).as("%s: %s", file.file, name).isEmpty();
        }
      }
    }
  }

  /** What uses the argument in the stage that declares it now, before that declared it itself. */
  private static List<String> usesBefore(String name, Instruction argument, Rewritten file) {
    List<String> uses = new ArrayList<>();
    Stage stage = file.rewrite.after().stage(argument).get();
    for (Step step : file.steps) {
      if (step.stage().equals(stage)) {
        String was = step.before().text();
        if (was.matches("(?is)\\s*arg\\s.*\\b" + name + "\\b.*")) {
          return uses;
        }
        if (was.matches("(?s).*\\b" + name + "\\b.*") && !was.matches("(?is)\\s*from\\s.*") && !inherits(name, stage)) {
          uses.add(was);
        }
      }
    }
    return uses;
  }

  private static boolean inherits(String name, Stage stage) {
    return stage.lineage().init()
        .flatMap(Stage::instructions)
        .exists(instruction -> instruction.text().matches("(?is)\\s*arg\\s.*\\b" + name + "\\b.*"));
  }
}
