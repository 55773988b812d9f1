package dev.drydock.fleet;

import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.transform.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comment that asks to leave something alone: {@code # drydock: ignore}, {@code # drydock: ignore mount-cache/pip --
 * why}, right above an instruction, or {@code # drydock: ignore-file} for the whole file.
 *
 * @param comment the comment
 * @param rule the rule or the beginning of rules that it names, with {@code *} for one part; empty for all
 * @param wholeFile whether it is for the file
 * @param instruction what it stands above; none where nothing follows, or a blank line
 */
record IgnoreComment(Comment comment, String rule, boolean wholeFile, @Nullable Instruction instruction) {

  private static final Pattern WORDS =
      Pattern.compile("drydock:\\s*ignore(?<file>-file)?(?:\\s+(?!--)(?<rules>\\S.*?))?(?:\\s+--.*)?", Pattern.DOTALL);

  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

  /** All of a file, in its order; a comment that names several rules is one for each. */
  static List<IgnoreComment> of(Dockerfile dockerfile) {
    if (!dockerfile.text().contains("drydock:")) {
      return List.of();
    }
    List<IgnoreComment> all = new ArrayList<>();
    List<Comment> above = new ArrayList<>();
    for (Construct construct : dockerfile.constructs()) {
      if (construct instanceof Comment comment) {
        above.add(comment);
      } else if (construct instanceof Instruction || construct instanceof BlankLine) {
        Instruction instruction = construct instanceof Instruction it ? it : null;
        above.forEach(comment -> read(comment, instruction, all));
        above.clear();
      }
    }
    above.forEach(comment -> read(comment, null, all));
    return all;
  }

  private static void read(Comment comment, @Nullable Instruction instruction, List<IgnoreComment> all) {
    Matcher matcher = WORDS.matcher(comment.words().strip());
    if (matcher.matches()) {
      boolean wholeFile = matcher.group("file") != null;
      String rules = matcher.group("rules");
      for (String rule : SEPARATOR.split(rules == null ? "" : rules, -1)) {
        all.add(new IgnoreComment(comment, rule, wholeFile, instruction));
      }
    }
  }

  /** Whether it speaks of a note of this file. */
  boolean matches(Dockerfile dockerfile, Note note) {
    boolean here = wholeFile || (instruction != null && dockerfile.line(instruction) == note.line());
    return here && names(note.rule());
  }

  /** Whether its rule is this one or the beginning of it. */
  boolean names(String id) {
    String[] own = rule.split("/", -1);
    String[] parts = id.split("/", -1);
    if (rule.isEmpty()) {
      return true;
    }
    for (int i = 0; i < own.length; i++) {
      if (i >= parts.length || !(own[i].equals("*") || parts[i].equals("*") || own[i].equals(parts[i]))) {
        return false;
      }
    }
    return true;
  }
}
