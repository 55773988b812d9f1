package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * {@code HEALTHCHECK [--interval=…] [--timeout=…] [--start-period=…] [--start-interval=…] [--retries=…] CMD command}, or
 * {@code HEALTHCHECK NONE}. Durations are as Go writes them: {@code 30s}, {@code 1m30s}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseHealthcheck}.
 */
public final class HealthCheck extends Instruction {

  HealthCheck(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.HEALTHCHECK;
  }

  /** {@code HEALTHCHECK NONE}: switches a health check of the base image off. */
  public static HealthCheck off() {
    return Written.words(HealthCheck.class, "HEALTHCHECK", Vector.of("NONE"));
  }

  /** {@code HEALTHCHECK CMD} in exec form: these words, none of which is expanded. */
  public static HealthCheck exec(String... words) {
    return Written.exec(HealthCheck.class, "HEALTHCHECK CMD", Vector.of(words));
  }

  /** {@code HEALTHCHECK CMD} in shell form: a command for the SHELL in force. */
  public static HealthCheck shell(String command) {
    return Written.shell(HealthCheck.class, "HEALTHCHECK CMD", command);
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

  /** With {@code --interval}: time between checks, a Go duration; 30s where it is not given. */
  public HealthCheck withInterval(String duration) {
    return (HealthCheck) withFlag("interval", duration);
  }

  /** With {@code --timeout}: how long one check may take, a Go duration; 30s where it is not given. */
  public HealthCheck withTimeout(String duration) {
    return (HealthCheck) withFlag("timeout", duration);
  }

  /** With {@code --start-period}: how long the container may take to start before failures count, a Go duration; 0s where it is not given. */
  public HealthCheck withStartPeriod(String duration) {
    return (HealthCheck) withFlag("start-period", duration);
  }

  /** With {@code --start-interval}: time between checks while it starts, a Go duration; 5s where it is not given. */
  public HealthCheck withStartInterval(String duration) {
    return (HealthCheck) withFlag("start-interval", duration);
  }

  /** With {@code --retries}: how many failures in a row make it unhealthy; 3 where it is not given. */
  public HealthCheck withRetries(int retries) {
    return (HealthCheck) withFlag("retries", Integer.toString(retries));
  }
}
