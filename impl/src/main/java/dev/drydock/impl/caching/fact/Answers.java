package dev.drydock.impl.caching.fact;

import java.util.HashMap;
import java.util.Map;

/**
 * Answers that several rules need, each found once and kept. What empties a cache or switches it off is asked up to five
 * times on the way to a mount, what decides builds from source up to six times.
 */
public final class Answers {

  /**
   * A question; always the same instance for the same question.
   *
   * @param <A> all that it is asked of, which tells it from the same question about something else
   */
  public interface Question<A, V> {
    V answer(A about);
  }

  private final Map<Asked, Object> known = new HashMap<>();

  private record Asked(Question<?, ?> question, Object about) {}

  /** The answer to a question. */
  @SuppressWarnings("unchecked")
  public <A, V> V to(Question<A, V> question, A about) {
    Asked asked = new Asked(question, about);
    Object answer = known.get(asked);
    if (answer == null) {
      answer = question.answer(about);
      known.put(asked, answer);
    }
    return (V) answer;
  }
}
