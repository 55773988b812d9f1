package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * {@code HEALTHCHECK [--interval=…] [--timeout=…] [--start-period=…] [--start-interval=…] [--retries=…] CMD command}, or
 * {@code HEALTHCHECK NONE}. Durations are as Go writes them: {@code 30s}, {@code 1m30s}.
 */
public final class HealthCheck extends Instruction {

  HealthCheck(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.HEALTHCHECK;
  }

  /** Whether it switches a health check of the base image off. */
  public boolean none() {
    return argument(0).equalsIgnoreCase("NONE");
  }

  /** The command behind {@code CMD}: one line in shell form, words in exec form. */
  public Vector<String> command() {
    return arguments().drop(1);
  }

  /** Time between checks. */
  public Option<String> interval() {
    return flag("interval");
  }

  /** How long one check may take. */
  public Option<String> timeout() {
    return flag("timeout");
  }

  /** How long the container may take to start before failures count. */
  public Option<String> startPeriod() {
    return flag("start-period");
  }

  /** Time between checks while it starts. */
  public Option<String> startInterval() {
    return flag("start-interval");
  }

  /** How many failures in a row make it unhealthy. */
  public Option<String> retries() {
    return flag("retries");
  }
}
