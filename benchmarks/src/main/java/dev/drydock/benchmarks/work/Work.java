package dev.drydock.benchmarks.work;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What was done for some texts.
 *
 * @param steps methods entered, and repetitions of loops, in the library and in Vavr
 * @param bytes what was allocated
 * @param entries how often each method was entered, by class and name
 */
record Work(long steps, long bytes, Map<String, Long> entries) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A function that is loaded so that its work can be counted. */
  @SuppressWarnings("unchecked")
  static UnaryOperator<String> counted(Class<? extends UnaryOperator<String>> work) {
    try {
      return (UnaryOperator<String>)
          new CountingLoader().loadClass(work.getName()).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets the function do its work for each text, in this thread. */
  static Work of(UnaryOperator<String> counted, List<String> texts) {
    return of(counted, texts, Long.MAX_VALUE);
  }

  /**
   * The same with a limit: work that grows too fast need not be waited for.
   *
   * @throws Counter.TooMuchWork where more steps are needed
   */
  @SuppressWarnings("ReturnValueIgnored") // Nothing is timed: no work is left out because nobody looks at it.
  static synchronized Work of(UnaryOperator<String> counted, List<String> texts, long allowed) {
    Counter.reset(allowed);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    texts.forEach(counted::apply);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    return new Work(Counter.steps(), bytes, Counter.entries());
  }

  /** How often a method was entered: {@code dev.drydock.shell.SimpleCommand.name}. */
  long entries(String method) {
    return entries.getOrDefault(method, 0L);
  }
}
