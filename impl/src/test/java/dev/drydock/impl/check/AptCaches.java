package dev.drydock.impl.check;

import dev.drydock.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What must be so where the main job mounts apt's archives or its lists. */
public final class AptCaches {

  private static final String ARCHIVES = "/var/cache/apt";

  private static final Pattern DOWNLOADS =
      Pattern.compile(
          "(?<![\\w./-])(apt|apt-get|aptitude)[\"',]*\\s(?:[^&|;\\n]*[\\s\"'])?"
              + "(install|\\w*-?upgrade|build-dep|satisfy|reinstall|download|source)\\b");

  /** Configurations by which apt leaves its archives where they are, at least in a mount. */
  private static final Pattern KEEPS =
      Pattern.compile(
          "mountpoint -q /var/cache/apt|(?i:Keep-Downloaded-Packages)[\\s\\\\\"'=]*(?i:true|1|yes)"
              + "|\\b(rm|mv|sed|truncate|unlink)\\s[^&|;\\n]*docker-clean|(>|\\btee\\b)\\s*\\S*docker-clean");

  /** Commands after which no lists are left, whatever was there before. */
  private static final Pattern DELETES_LISTS =
      Pattern.compile(
          "\\b(rm|find)\\s[^&|;\\n]*/var/lib/(apt(/|\\b)|\\{[^}]*apt|\\*)|\\bcd\\s+/var/lib/apt\\b.*\\brm\\s"
              + "|\\bapt(-get)?\\s[^&|;\\n]*\\bdist-?clean\\b",
          Pattern.DOTALL);

  /** Programs that add somebody else's repository than the distribution's, and fetch its lists themselves. */
  private static final Pattern ADDS_REPOSITORY =
      Pattern.compile(
          "\\b(add-apt-repository|apt-add-repository)\\b(?![^&|;\\n]*\\b(universe|multiverse|restricted|main|contrib|non-free)\\b)"
              + "|\\bppa:|nodesource|\\bsetup_[\\d.a-z]+\\b[^&|\\n]*\\|\\s*(sudo\\s+(-E\\s+)?)?bash|\\bextrepo\\s+enable");

  /** A line of such a repository, whose lists the next update fetches. */
  private static final Pattern LINE_OF_REPOSITORY =
      Pattern.compile("(?<![.\\w])deb(-src)?\\s+(\\[[^\\]]*\\]\\s*)?https?://(?!\\S*(debian|ubuntu|kali|raspbian))");

  /** Images that have such a repository already, as their own documentation says. */
  private static final Pattern IMAGE_WITH_REPOSITORY =
      Pattern.compile(
          "(?i)^from\\s+(--\\S+\\s+)*(docker\\.io/(library/)?|nvcr\\.io/)?"
              + "(nvidia/cuda|rocm/|osrf/|selenium/|pytorch/pytorch:\\S*devel|tensorflow/tensorflow:\\S*gpu"
              + "|(ros|postgres|mariadb|mongo)([:@\\s]|$))");

  private AptCaches() {}

  /** Whether the text, all that runs before an install and the install itself, makes apt keep its archives. */
  public static boolean keeps(String text) {
    return KEEPS.matcher(text).find();
  }

  /** Whether a command downloads with apt. */
  public static boolean downloads(String command) {
    return DOWNLOADS.matcher(command).find();
  }

  /** What is wrong with the mounts of archives that a RUN was given. */
  static List<String> archives(Step step, Rewritten file) {
    List<String> broken = new ArrayList<>();
    String was = step.was().command();
    String all = earlier(step, file) + step.is().command();
    for (MountText mount : step.added()) {
      boolean archives = MountText.touch(ARCHIVES, mount.target());
      if (archives && !downloads(was)) {
        broken.add("archives: it downloads nothing with apt");
      }
      if (archives && !keeps(all)) {
        broken.add("archives: apt deletes them, no configuration before this keeps them");
      }
    }
    return broken;
  }

  /** What is wrong with the mounts of lists that a RUN was given, by what the RUN says itself. */
  static List<String> lists(Step step) {
    List<String> broken = new ArrayList<>();
    String was = step.was().command();
    for (MountText mount : step.added()) {
      boolean lists = MountText.touch(Rules.LISTS, mount.target());
      if (lists && !DELETES_LISTS.matcher(was).find()) {
        broken.add("lists: the image had them, and they are in the mount now");
      }
    }
    return broken;
  }

  /** What is wrong with them by what the RUN and its lineage say of repositories. */
  static List<String> repositories(Step step, Rewritten file) {
    List<String> broken = new ArrayList<>();
    String before = earlier(step, file);
    String run = step.is().command();
    int update = Rules.APT_UPDATE.matcher(run).results().mapToInt(MatchResult::start).max().orElse(run.length());
    boolean foreign =
        step.stage().lineage().exists(stage -> IMAGE_WITH_REPOSITORY.matcher(stage.from().text()).find())
            || ADDS_REPOSITORY.matcher(before + run).find()
            || LINE_OF_REPOSITORY.matcher(before + run.substring(0, update)).find();
    for (MountText mount : step.added()) {
      if (foreign && MountText.touch(Rules.LISTS, mount.target())) {
        broken.add("15: lists are mounted beside a repository that is not the distribution's");
      }
    }
    return broken;
  }

  /** All that the lineage says before the step. */
  private static String earlier(Step step, Rewritten file) {
    StringBuilder text = new StringBuilder();
    for (Instruction instruction : file.before(step)) {
      text.append(Joined.of(instruction).command()).append('\n');
      instruction.heredocs().forEach(heredoc -> text.append(heredoc.content()).append('\n'));
    }
    return text.toString();
  }
}
