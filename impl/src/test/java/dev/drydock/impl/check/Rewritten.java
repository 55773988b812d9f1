package dev.drydock.impl.check;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file that was rewritten: its instructions in pairs, and what is wrong with the pairing. */
final class Rewritten {

  /** What may be put between the instructions: apt's configuration, a user's mount point, arguments of the platform. */
  private static final Pattern INSERTED =
      Pattern.compile(
          "\\s*(?:RUN|run) (?:rm -f /etc/apt/apt\\.conf\\.d/docker-clean;"
              + "|\\[ ! -f /etc/apt/apt\\.conf\\.d/docker-clean ] \\|\\| \\{ \\\\\\s+sed -i 's,\"rm -f,"
              + "\"mountpoint -q /var/cache/apt \\|\\| mountpoint -q /var/cache/apt/archives \\|\\| rm -f,'(?: \\\\)?\\s+"
              + "/etc/apt/apt\\.conf\\.d/docker-clean;) \\\\\\s+echo 'Binary::apt::APT::Keep-Downloaded-Packages"
              + " \"true\";' > /etc/apt/apt\\.conf\\.d/keep-cache(?:; })?\\s*|\\s*(?:RUN|run) mkdir -p /[\\w./-]+\\s*"
              + "|\\s*(?:ARG|arg) (TARGET|BUILD)(ARCH|VARIANT)\\s*");

  final String file;
  final Rewrite rewrite;
  final List<Step> steps = new ArrayList<>();
  final List<Instruction> inserted = new ArrayList<>();
  final List<String> wrong = new ArrayList<>();

  Rewritten(String file, Rewrite rewrite) {
    this.file = file;
    this.rewrite = rewrite;
    pair(rewrite.before(), rewrite.after());
  }

  private void pair(Dockerfile before, Dockerfile after) {
    Vector<Instruction> old = before.instructions();
    int at = 0;
    for (Instruction instruction : after.instructions()) {
      boolean same = at < old.size() && looksSame(old.get(at), instruction);
      if (same) {
        int line = before.line(old.get(at));
        Stage stage = after.stage(instruction).getOrNull();
        if (stage != null) {
          steps.add(Step.of(old.get(at), instruction, line, stage));
        }
        at++;
      } else if (INSERTED.matcher(instruction.text().replace("\r", "").replace('`', '\\')).matches()) {
        inserted.add(instruction);
      } else {
        wrong.add(instruction.text() + " is neither in the input nor one of the inserted kinds");
        return;
      }
    }
    if (at < old.size()) {
      wrong.add(old.get(at).text() + " is not in the output");
    }
  }

  /** The same to BuildKit, or a RUN with a note. */
  private boolean looksSame(Instruction before, Instruction after) {
    boolean same =
        before.keyword().equals(after.keyword())
            && before.flags().map(flag -> flag.text()).equals(after.flags().map(flag -> flag.text()))
            && before.arguments().equals(after.arguments())
            && before.heredocs().map(heredoc -> heredoc.content()).equals(after.heredocs().map(h -> h.content()));
    if (same) {
      return true;
    }
    return isRun(before)
        && isRun(after)
        && !INSERTED.matcher(after.text().replace("\r", "").replace('`', '\\')).matches()
        && noted(rewrite.before().line(before), Note.Kind.CHANGED);
  }

  /** The instructions of the lineage before a step. */
  List<Instruction> before(Step step) {
    List<Instruction> before = new ArrayList<>();
    List<Stage> lineage = new ArrayList<>(step.stage().lineage().asJava());
    lineage.sort((one, other) -> one.number() - other.number());
    for (Stage stage : lineage) {
      for (Instruction instruction : stage.instructions()) {
        if (rewrite.after().index(instruction) < rewrite.after().index(step.after())) {
          before.add(instruction);
        }
      }
    }
    return before;
  }

  private static boolean isRun(Instruction instruction) {
    return instruction.text().matches("(?is)\\s*(onbuild\\s+)?run\\b.*");
  }

  boolean noted(int line, Note.Kind kind) {
    return rewrite.notes(kind).exists(note -> note.line() == line);
  }

  /** Whether one note says of the whole file that BuildKit refuses it. */
  boolean isRefused() {
    return rewrite.notes().exists(note -> note.rule().equals("file/refused"));
  }

  boolean noted(int line) {
    return rewrite.notes().exists(note -> note.line() == line && !note.reason().isBlank());
  }
}
