package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls what callers give. A function that throws or gives {@code null} becomes a note, and nothing else is lost. */
final class Attempt {

  static final String FAILED = "transform/failed";

  private Attempt() {}

  /** What a function answers of a construct; a warning where it has no answer. */
  static Edit edit(String name, Construct construct, Supplier<? extends @Nullable Edit> function) {
    Answer<Edit> answer = Answer.of(function);
    return answer.value().getOrElse(() -> failure(name, construct, answer.fault()));
  }

  /** The edits that a function gives of a construct, or of the file, but for those that it cannot give. */
  static List<Edit> edits(
      String name, Option<Construct> at, Supplier<? extends @Nullable Iterable<? extends @Nullable Edit>> function) {
    List<Edit> found = new ArrayList<>();
    Answer<Boolean> answer = Answer.of(() -> addAll(function.get(), found));
    if (!answer.value().contains(true)) {
      String fault = answer.value().isDefined() ? "gave null" : answer.fault();
      found.add(at.map(construct -> failure(name, construct, fault)).getOrElse(() -> failure(name, "", fault)));
    }
    return found;
  }

  private static boolean addAll(@Nullable Iterable<? extends @Nullable Edit> edits, List<Edit> found) {
    if (edits == null) {
      return false;
    }
    boolean whole = true;
    for (Edit edit : edits) {
      if (edit == null) {
        whole = false;
      } else {
        found.add(edit);
      }
    }
    return whole;
  }

  /** What a transform makes of a file; a warning where it makes nothing of it, or begins with another file. */
  static Rewrite rewrite(Transform transform, Dockerfile dockerfile) {
    return rewrite(transform.name(), dockerfile, () -> transform.apply(dockerfile));
  }

  static Rewrite rewrite(String name, Dockerfile dockerfile, Supplier<? extends @Nullable Rewrite> function) {
    Answer<Rewrite> answer = Answer.of(function);
    String fault =
        answer.value().isDefined() && !answer.value().get().before().equals(dockerfile)
            ? "gave the rewrite of another file"
            : answer.fault();
    return fault.isEmpty() ? answer.value().get() : failed(name, dockerfile, fault);
  }

  private static Rewrite failed(String name, Dockerfile dockerfile, String fault) {
    Note note =
        Note.of(Note.Kind.WARNING, FAILED, dockerfile, 0, Note.firstLine(dockerfile, 0), reason(name, fault));
    return Rewrite.unchanged(dockerfile).noting(note);
  }

  private static Edit failure(String name, Construct construct, String fault) {
    return failure(name, Note.firstLine(construct.text()), fault).at(construct);
  }

  private static Edit failure(String name, String subject, String fault) {
    return Edit.keep().noting(Note.Kind.WARNING, FAILED, subject, reason(name, fault));
  }

  private static String reason(String name, String fault) {
    return name + " " + fault + ", so it did nothing here";
  }

  /** What a function gives, or what is wrong with it. */
  record Answer<T>(Option<T> value, String fault) {

    static <T> Answer<T> of(Supplier<? extends @Nullable T> function) {
      try {
        T value = function.get();
        return value == null ? new Answer<>(Option.none(), "gave null") : new Answer<>(Option.some(value), "");
      } catch (RuntimeException | StackOverflowError thrown) {
        return new Answer<>(Option.none(), "threw " + thrown);
      }
    }
  }
}
