package dev.drydock.benchmarks.cold;

/** What the JVM costs by itself. */
public final class Nothing {

  private Nothing() {}

  /** Ends at once. */
  public static void main(String[] arguments) {}
}
