package dev.drydock.impl.peers;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.check.Joined;
import dev.drydock.impl.check.MountText;
import dev.drydock.impl.peers.Pairing.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a later step looks for in the image, and what lies in a mount since the rewrite. */
final class LaterReaders {

  private static final String LISTS = "/var/lib/apt/lists";

  private static final Pattern UPDATE = Pattern.compile("\\b(apt|apt-get|aptitude)\\s([^&|;\\n]*\\s)?update\\b|install\\s[^&|;\\n]*--update\\b");
  private static final Pattern INSTALL =
      Pattern.compile("(?<![\\w./-])(apt|apt-get|aptitude)\\s+([-\\w:]\\S*\\s+)*?(install|build-dep|satisfy|reinstall)\\s+(?!\\S*\\.deb)");
  private static final Pattern MARKS = Pattern.compile("\\bauto-?remove\\b|\\bapt-mark\\b|\\bautopurge\\b|--auto-remove\\b");
  private static final Pattern DELETES = Pattern.compile("\\s*(sudo\\s+)?(rm|find|mkdir|chown|chmod|du)\\s.*");
  private static final Pattern OFFLINE =
      Pattern.compile(
          "\\b(cargo(?=[^&|;\\n]*\\s--(?:offline|frozen)(?![\\w-]))"
              + "|(?:uv|npm|pnpm|gradle|yarn|conda)(?=\\b[^&|;\\n]*\\s--offline(?![\\w-])))");
  private static final Pattern FROM = Pattern.compile("(?is)(?:copy|add)\\s.*?--from=(\\S+)\\s.*");

  private LaterReaders() {}

  /** Later steps that read a directory which is in a mount now. */
  static List<String> ofFiles(Pairing file) {
    List<String> found = new ArrayList<>();
    for (Pair pair : file.mounted()) {
      for (MountText mount : pair.mounts()) {
        for (String reader : readers(pair, mount.target(), file)) {
          found.add(file.line(pair) + " mounts " + mount.target() + ", and it is read by: " + reader);
        }
      }
    }
    return found;
  }

  private static List<String> readers(Pair pair, String target, Pairing file) {
    List<String> readers = new ArrayList<>(copies(pair, target, file));
    for (Pair later : file.following(pair)) {
      boolean itsOwn = later.after().mounts().stream().anyMatch(mount -> MountText.touch(mount.target(), target));
      boolean runs = later.isRun() || later.is().keyword().matches("CMD|ENTRYPOINT");
      if (runs && !itsOwn && reads(later.after(), target)) {
        readers.add(later.is().text().strip());
      }
    }
    return readers;
  }

  private static boolean reads(Joined run, String target) {
    Pattern within = Pattern.compile(Pattern.quote(target) + "(/|(?![\\w.-]))" + (target.endsWith("/target") ? "|(?<![\\w./-])(\\./)?target/" : ""));
    boolean named = run.segments().stream().anyMatch(segment -> within.matcher(segment).find() && !DELETES.matcher(segment).matches());
    Matcher offline = OFFLINE.matcher(run.unquoted());
    boolean takes = offline.find() && target.contains(offline.group(1));
    boolean restored = target.contains("nuget") && run.command().contains("--no-restore");
    return named || takes || restored;
  }

  private static List<String> copies(Pair pair, String target, Pairing file) {
    List<String> copies = new ArrayList<>();
    for (Instruction instruction : file.after.instructions()) {
      String text = Joined.of(instruction).command().strip();
      Matcher from = FROM.matcher(text);
      if (from.matches() && takes(text, target) && isBuiltOn(from.group(1), pair, file)) {
        copies.add(text);
      }
    }
    return copies;
  }

  /** Whether it copies something in the directory; of what a compiler makes also what holds the directory. */
  private static boolean takes(String copy, String target) {
    String[] words = copy.replaceAll("[\\[\\]\",]", " ").strip().split("\\s+", -1);
    return Arrays.stream(words, 1, Math.max(1, words.length - 1))
        .map(word -> word.length() > 1 && word.endsWith("/") ? word.substring(0, word.length() - 1) : word)
        .filter(word -> word.startsWith("/") && word.length() > 1)
        .anyMatch(word -> (word + "/").startsWith(target + "/") || (target.endsWith("/target") && MountText.touch(word, target)));
  }

  private static boolean isBuiltOn(String name, Pair pair, Pairing file) {
    return file.after
        .stages()
        .exists(
            stage ->
                (stage.name().exists(name::equalsIgnoreCase) || name.equals(String.valueOf(stage.number())))
                    && file.after.stage(pair.is()).exists(stage.lineage()::contains));
  }

  /** RUNs that install with apt from lists that another RUN fetched, where one of the two has them in a mount. */
  static List<String> ofLists(Pairing file) {
    List<String> found = new ArrayList<>();
    for (Pair pair : file.mounted()) {
      if (pair.mounts().stream().noneMatch(mount -> MountText.touch(LISTS, mount.target()))) {
        continue;
      }
      if (installsWithoutUpdate(pair)) {
        found.add(file.line(pair) + " installs from lists in a mount, which it does not fetch");
      }
      boolean leaves = UPDATE.matcher(pair.before().command()).find() && !pair.before().command().contains(LISTS);
      for (Pair later : leaves ? file.following(pair) : List.<Pair>of()) {
        boolean itsOwn = later.after().mounts().stream().anyMatch(mount -> MountText.touch(LISTS, mount.target()));
        if (later.isRun() && !itsOwn && installsWithoutUpdate(later)) {
          found.add(file.line(later) + " installs without a mount from lists that are in one");
        }
      }
    }
    return found;
  }

  private static boolean installsWithoutUpdate(Pair pair) {
    String command = pair.after().command();
    return INSTALL.matcher(pair.after().unquoted()).find() && !UPDATE.matcher(command).find();
  }

  /** Mounts of all of apt's state in images that ask which packages were installed automatically. */
  static List<String> ofMarks(Pairing file) {
    List<String> found = new ArrayList<>();
    for (Pair pair : file.mounted()) {
      if (pair.mounts().stream().anyMatch(mount -> mount.target().equals("/var/lib/apt"))) {
        boolean asked = file.pairs.stream().anyMatch(other -> other.isRun() && isOfOneImage(pair, other, file)
            && MARKS.matcher(other.after().unquoted()).find());
        if (asked) {
          found.add(file.line(pair) + " mounts /var/lib/apt, where apt's marks are");
        }
      }
    }
    return found;
  }

  private static boolean isOfOneImage(Pair one, Pair other, Pairing file) {
    var its = file.after.stage(one.is());
    var others = file.after.stage(other.is());
    return its.exists(stage -> others.exists(last -> last.lineage().contains(stage) || stage.lineage().contains(last)));
  }
}
