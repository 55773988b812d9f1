package dev.drydock.impl.check;

import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What must be so of the instructions and directives that a rewrite put into a file. */
final class Inserted {

  private static final Pattern SYNTAX = Pattern.compile("(?im)^[ \\t]*(?:#|//)[ \\t]*syntax[ \\t]*=.*$");
  private static final Pattern MAKES_DIRECTORY = Pattern.compile("(?is)run mkdir -p (/\\S+)\\s*");
  private static final Pattern DELETES_DOCKER_CLEAN = Pattern.compile("\\brm\\s+(-\\w+\\s+)*/\\S*docker-clean");

  private Inserted() {}

  /** What is wrong with them; nothing where all is well. */
  static List<String> broken(Rewritten file) {
    List<String> broken = new ArrayList<>();
    boolean lower = isMostlyLower(file);
    for (Instruction instruction : file.inserted) {
      String text = instruction.text();
      String keyword = instruction.writtenKeyword();
      if (isLower(keyword) != lower) {
        broken.add("inserted: " + keyword + " is not in the case of the file's keywords");
      }
      if (DELETES_DOCKER_CLEAN.matcher(text).find()) {
        broken.add("inserted: docker-clean is deleted, so that every image built on this one keeps archives");
      }
      var directory = MAKES_DIRECTORY.matcher(text.strip());
      if (directory.matches() && !isMountedLater(directory.group(1), instruction, file)) {
        broken.add("inserted: " + directory.group(1) + " is made, and no mount after it needs it");
      }
    }
    long had = SYNTAX.matcher(file.rewrite.before().text()).results().count();
    long has = SYNTAX.matcher(file.rewrite.after().text()).results().count();
    if (has > Math.max(1, had)) {
      broken.add("inserted: a second line names the syntax");
    }
    return broken;
  }

  private static boolean isMountedLater(String directory, Instruction made, Rewritten file) {
    int index = file.rewrite.after().index(made);
    return file.steps.stream()
        .filter(step -> file.rewrite.after().index(step.after()) > index)
        .flatMap(step -> step.added().stream())
        .anyMatch(mount -> MountText.touch(directory, mount.target()));
  }

  /** Whether more keywords are wholly in lower case than wholly in upper case, from the first FROM on. */
  private static boolean isMostlyLower(Rewritten file) {
    List<String> keywords =
        file.rewrite.before().instructions().dropUntil(From.class::isInstance).map(Instruction::writtenKeyword).asJava();
    long lower = keywords.stream().filter(Inserted::isLower).count();
    long upper = keywords.stream().filter(keyword -> keyword.equals(keyword.toUpperCase(Locale.ROOT))).count();
    return lower > upper;
  }

  private static boolean isLower(String keyword) {
    return keyword.equals(keyword.toLowerCase(Locale.ROOT));
  }
}
