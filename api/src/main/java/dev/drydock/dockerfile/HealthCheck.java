package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * {@code HEALTHCHECK [--interval=…] [--timeout=…] [--start-period=…] [--start-interval=…] [--retries=…] CMD command}, or
 * {@code HEALTHCHECK NONE}. Durations are as Go writes them: {@code 30s}, {@code 1m30s}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseHealthcheck}.
 */
public final class HealthCheck extends Instruction {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  HealthCheck(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.HEALTHCHECK;
  }

  /** {@code HEALTHCHECK NONE}: switches a health check of the base image off. */
  public static HealthCheck off() {
    return InstructionWriter.words(HealthCheck.class, "HEALTHCHECK", Vector.of("NONE"));
  }

  /** {@code HEALTHCHECK CMD} in exec form: these words, none of which is expanded. */
  public static HealthCheck exec(String... words) {
    return InstructionWriter.exec(HealthCheck.class, "HEALTHCHECK CMD", ExecWords.given(words));
  }

  /** {@code HEALTHCHECK CMD command}, in shell form: a command for the SHELL in force. */
  public static HealthCheck cmd(String command) {
    return InstructionWriter.shell(HealthCheck.class, "HEALTHCHECK CMD", command);
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

  /** With {@code --interval}: time between checks; 30 seconds where it is not given. */
  public HealthCheck every(Duration interval) {
    return with("interval", "interval", interval, SHORTEST);
  }

  /** With {@code --timeout}: how long one check may take; 30 seconds where it is not given. */
  public HealthCheck timeout(Duration timeout) {
    return with("timeout", "timeout", timeout, SHORTEST);
  }

  /** With {@code --start-period}: how long the container may take to start before failures count; 0 where it is not given. */
  public HealthCheck startPeriod(Duration period) {
    Given.notNull(period, "period");
    return with("start-period", "period", period, period.isZero() ? Duration.ZERO : SHORTEST);
  }

  /** With {@code --start-interval}: time between checks while it starts; 5 seconds where it is not given. */
  public HealthCheck startInterval(Duration interval) {
    Given.notNull(interval, "interval");
    return with("start-interval", "interval", interval, SHORTEST);
  }

  /** With {@code --retries}: how many failures in a row make it unhealthy; 3 where it is not given. */
  public HealthCheck retries(int failures) {
    Given.atLeast(1, failures, "failures", "BuildKit takes 0 for the default");
    return (HealthCheck) command("failures").withFlag("retries", Integer.toString(failures));
  }

  private HealthCheck with(String flag, String name, Duration duration, Duration least) {
    if (Given.notNull(duration, name).compareTo(least) < 0 || duration.compareTo(LONGEST) > 0) {
      throw Given.refused(name, "a time from 1 millisecond to 292 years, since Docker takes no other", duration);
    }
    return (HealthCheck) command(name).withFlag(flag, GoTime.text(duration));
  }

  /** This, which has a command: HEALTHCHECK NONE takes no flags. */
  private HealthCheck command(String name) {
    if (none()) {
      throw Given.refused(name, "a HEALTHCHECK with a command, since NONE is never asked", text().strip());
    }
    return this;
  }

  /** With this command in exec form; the flags stay. */
  public HealthCheck withExec(String... words) {
    return (HealthCheck) withArguments(exec(words), "words");
  }

  /** With this command in shell form; the flags stay. */
  public HealthCheck withCmd(String command) {
    return (HealthCheck) withArguments(cmd(command), "command");
  }
}
