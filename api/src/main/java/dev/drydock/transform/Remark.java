package dev.drydock.transform;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.text.Span;
import io.vavr.control.Option;
import java.io.Serializable;

/**
 * A note that does not know its line yet.
 *
 * @param part what is meant, as a range of the construct's text
 */
record Remark(Note.Kind kind, String rule, Option<Span> part, String subject, String reason) implements Serializable {

  Remark shifted(int offset) {
    return new Remark(
        kind, rule, part.map(span -> new Span(span.start() + offset, span.end() + offset)), subject, reason);
  }

  /** The note of the construct at this index, whose text this is: it may have thousands of notes and is cut out once. */
  Note of(Dockerfile before, int index, String text) {
    Option<Span> within = part.filter(span -> span.end() <= text.length()).orElse(() -> place(text));
    int start = before.span(before.constructs().get(index)).start();
    Span span = within.map(at -> new Span(start + at.start(), start + at.end())).getOrElse(() -> Note.whole(before, index));
    String about = subject.isEmpty() && part.isDefined() ? Note.firstLine(within.map(at -> at.of(text)).getOrElse("")) : subject;
    return new Note(kind, rule, before.lineAt(index), span, about, reason);
  }

  /** The note of the file as a whole, on its first line. */
  Note ofFile(Dockerfile before) {
    return Note.of(kind, rule, before, 0, subject, reason);
  }

  /** Where the subject stands, if it does so once. */
  private Option<Span> place(String text) {
    int at = subject.isEmpty() ? -1 : text.indexOf(subject);
    boolean once = at >= 0 && text.indexOf(subject, at + 1) < 0;
    return once ? Option.some(new Span(at, at + subject.length())) : Option.none();
  }

  @Override
  public String toString() {
    return "[" + rule + "] " + (subject.isEmpty() ? "" : subject + ": ") + reason;
  }
}
