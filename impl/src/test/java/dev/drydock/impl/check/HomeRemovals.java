package dev.drydock.impl.check;

import dev.drydock.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A removal of all of {@code ~/.cache} that a rewrite took out: nothing may be left there that it had removed. Judged by
 * what is named in the RUN and before it in its lineage.
 */
final class HomeRemovals {

  private static final Pattern WHOLE =
      Pattern.compile("(?:/root|~|\\$HOME|\\$\\{HOME\\}|/home/\\w+)/\\.cache(?:/\\*|/)?");

  /** Words of programs that keep something below {@code ~/.cache}, and the directory where they do. */
  private static final Map<String, String> KEEPERS = new TreeMap<>();

  static {
    KEEPERS.put("pip", "(?<!uv )\\bpip[\\d.]*\\s+(-\\S+\\s+)*(install|wheel|download)\\b");
    KEEPERS.put("uv", "(?<![\\w-])uvx?\\s+(-\\S+\\s+)*(sync|pip|add|run|tool|lock|python|venv)\\b");
    KEEPERS.put("pypoetry", "\\bpoetry\\s+(-\\S+\\s+)*(install|add|update|lock|sync)\\b");
    KEEPERS.put("pipenv", "\\bpipenv\\s+(install|sync|lock)\\b");
    KEEPERS.put("pdm", "\\bpdm\\s+(install|sync|add)\\b");
    KEEPERS.put("huggingface", "huggingface|transformers|from_pretrained|snapshot_download");
    KEEPERS.put("torch", "torch\\.hub|torchvision\\.models");
    KEEPERS.put("ms-playwright", "\\bplaywright\\s+install\\b");
    KEEPERS.put("pre-commit", "\\bpre-commit\\s+(install|run)");
    KEEPERS.put("go-build", "\\bgo\\s+(build|install|get|mod)\\b");
    KEEPERS.put("yarn", "\\byarn(pkg)?\\s+(install|add|global)\\b");
    KEEPERS.put("pnpm", "\\bpnpm\\s+(install|add|i)\\b");
    KEEPERS.put("Cypress", "\\bcypress\\s+install\\b");
    KEEPERS.put("composer", "\\bcomposer\\s+(install|require|update|global)\\b");
    KEEPERS.put("bazel", "\\bbazel(isk)?\\s+(build|run|test)\\b");
    KEEPERS.put("deno", "\\bdeno\\s+(cache|install|run)\\b");
    KEEPERS.put("whisper", "whisper\\.load_model");
    KEEPERS.put("fontconfig", "\\bfc-cache\\b");
    KEEPERS.put("selenium", "\\bselenium-manager\\b");
    KEEPERS.put("puppeteer", "\\bpuppeteer\\s+(browsers\\s+)?install\\b");
  }

  /** Programs of which it is known that they leave nothing there, but for the directories above. */
  private static final List<String> QUIET =
      List.of(
          ("apt apt-get apt-cache apt-mark aptitude dpkg dpkg-query dpkg-reconfigure update-alternatives apk yum dnf microdnf"
                  + " pip pip2 pip3 uv python python2 python3 poetry rm rmdir mkdir cp mv ln ls cat echo printf test [ [[ true : set"
                  + " export unset cd find xargs chmod chown chgrp touch sed grep awk tr sort head tail cut tee wc env date sleep"
                  + " curl wget tar unzip gunzip gzip xz bzip2 sha256sum sha512sum md5sum gpg git useradd groupadd adduser addgroup"
                  + " usermod locale-gen update-locale ldconfig strip if then else elif fi for do done while case esac { } ( ) in"
                  + " exit install which command type id uname pwd source . rsync hash dirname basename npm yum apt-key"
                  + " add-apt-repository debconf-set-selections update-ca-certificates ca-certificates service")
              .split(" ", -1));

  private HomeRemovals() {}

  /** What may be left there after the rewrite. */
  static List<String> broken(Step step, Rewritten file) {
    List<String> broken = new ArrayList<>();
    for (String home : gone(step)) {
      KEEPERS.forEach(
          (folder, words) -> {
            boolean covered =
                step.is().mounts().stream()
                    .anyMatch(mount -> mount.target().matches(".*/\\.cache(/" + folder + "(/.*)?)?"));
            if (!covered && isKeptBy(folder, Pattern.compile(words), step, file)) {
              broken.add("removal: what " + folder + " has in " + home + " stays in the image now");
            }
          });
      for (String program : programs(step)) {
        if (!QUIET.contains(program)) {
          broken.add("removal: " + program + " may have left something in " + home + ", which stays in the image now");
        }
      }
    }
    return broken;
  }

  /** The homes of which the RUN removed all of the cache, and does no longer. */
  private static List<String> gone(Step step) {
    List<String> gone = new ArrayList<>(homes(step.was()));
    homes(step.is()).forEach(gone::remove);
    return gone;
  }

  private static List<String> homes(Joined run) {
    return run.segments().stream()
        .filter(segment -> segment.matches(".*\\b(rm|find)\\b.*"))
        .flatMap(segment -> Arrays.stream(segment.split(" ", -1)))
        .filter(word -> WHOLE.matcher(word).matches())
        .toList();
  }

  /** Whether the RUN or one before it lets this be written, mounted nowhere and not switched off. */
  private static boolean isKeptBy(String folder, Pattern words, Step step, Rewritten file) {
    if (lets(words, step.is().segments())) {
      return true;
    }
    for (Instruction instruction : file.before(step)) {
      Joined run = Joined.of(instruction);
      boolean mounted =
          run.mounts().stream().anyMatch(mount -> mount.target().matches(".*/\\.cache(/" + folder + "(/.*)?)?"));
      boolean isRun = instruction.text().matches("(?is)\\s*(onbuild\\s+)?run\\b.*");
      boolean removes = !homes(run).isEmpty();
      if (isRun && !mounted && !removes && lets(words, run.segments())) {
        return true;
      }
    }
    return false;
  }

  private static boolean lets(Pattern words, List<String> segments) {
    return segments.stream()
        .anyMatch(segment -> words.matcher(segment).find() && !segment.matches(".* (--no-cache(-dir)?|-n)( .*|=.*)?"));
  }

  private static List<String> programs(Step step) {
    return step.was().segments().stream()
        .map(segment -> segment.replaceAll("^((if|then|else|elif|do|while|!|[({]|sudo|env|exec|time|nice|-\\w+|\\w+=\\S*) ?)+", ""))
        .filter(segment -> !segment.isEmpty() && !segment.startsWith("#"))
        .map(segment -> segment.split(" ", -1)[0].replaceAll("[)}]$", ""))
        .map(word -> word.replaceAll(".*/(bin|sbin)/", "").replaceAll("^((?:python|pip)\\d?)[\\d.]*$", "$1"))
        .distinct()
        .toList();
  }
}
