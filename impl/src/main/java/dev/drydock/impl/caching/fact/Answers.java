package dev.drydock.impl.caching.fact;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Answers about one subject, such as a RUN, that several rules need, each found once and kept. What empties a cache or
 * switches it off is asked up to five times on the way to a mount, what decides builds from source up to six times.
 *
 * @param <S> what they are answers about
 */
public final class Answers<S> {

  /**
   * A question about a subject; always the same instance for the same question.
   *
   * @param <S> the subject
   * @param <A> what else it is asked of, which tells it from the same question about something else; several things are a
   *     tuple, and no record, for whose {@code equals} the JVM links what costs a run over one file a fiftieth of its time
   */
  public interface Question<S, A, V> {
    V answer(S subject, A about);
  }

  private final IdentityHashMap<Question<S, ?, ?>, Map<Object, Object>> known = new IdentityHashMap<>(4);

  /** The answer to a question about the subject, which is always the same. */
  @SuppressWarnings("unchecked")
  <A, V> V to(Question<S, A, V> question, S subject, A about) {
    Map<Object, Object> answers = known.computeIfAbsent(question, key -> new HashMap<>());
    Object answer = answers.get(about);
    if (answer == null) {
      answer = question.answer(subject, about);
      answers.put(about, answer);
    }
    return (V) answer;
  }
}
