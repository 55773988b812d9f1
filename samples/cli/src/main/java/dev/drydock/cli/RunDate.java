package dev.drydock.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The date of a run: today, or that of {@code SOURCE_DATE_EPOCH}, so that a page can be made twice and be the same.
 *
 * <p>Source: reproducible-builds.org, the specification of that variable: seconds since 1970, in UTC.
 */
final class RunDate {

  private RunDate() {}

  /** That of this process. */
  static LocalDate ofProcess() {
    return of(System.getenv().getOrDefault("SOURCE_DATE_EPOCH", ""));
  }

  /** That of a value of the variable; today where it is no number. */
  static LocalDate of(String epoch) {
    return epoch.matches("\\d{1,11}")
        ? LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC)
        : LocalDate.now(ZoneId.systemDefault());
  }
}
