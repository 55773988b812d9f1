package dev.drydock.impl.caching.fact;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Answers that several rules need, each found once and kept. What empties a cache or switches it off is asked up to five
 * times on the way to a mount, what decides builds from source up to six times.
 */
public final class Answers {

  /**
   * A question; always the same instance for the same question.
   *
   * @param <A> all that it is asked of, which tells it from the same question about something else; where that is a record, it writes
   *     out what equals it, since what the JVM links for that costs a run over one file a fiftieth of its time
   */
  public interface Question<A, V> {
    V answer(A about);
  }

  private final IdentityHashMap<Question<?, ?>, Map<Object, Object>> known = new IdentityHashMap<>(4);

  /** The answer to a question. */
  @SuppressWarnings("unchecked")
  public <A, V> V to(Question<A, V> question, A about) {
    Map<Object, Object> answers = known.computeIfAbsent(question, key -> new HashMap<>());
    Object answer = answers.get(about);
    if (answer == null) {
      answer = question.answer(about);
      answers.put(about, answer);
    }
    return (V) answer;
  }
}
