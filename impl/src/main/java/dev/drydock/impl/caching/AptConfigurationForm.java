package dev.drydock.impl.caching;

import dev.drydock.dockerfile.Run;
import java.util.regex.Pattern;

/**
 * How a step says that apt is to keep the archives that it downloads: a comment and a RUN.
 *
 * <p>Sources: {@code docker-clean} of debuerreotype ({@code debuerreotype-minimizing-config}), where each hook begins
 * with {@code "rm -f}; mountpoint(1), which is in an essential package as sed is; Docker's documentation on cache
 * mounts.
 */
enum AptConfigurationForm {
  /** apt goes on deleting its archives where its cache is not mounted. */
  CONDITIONAL(
      "apt keeps what it downloads where its cache is mounted, and cleans up elsewhere as before",
      """
      [ ! -f /etc/apt/apt.conf.d/docker-clean ] || { \\
          sed -i 's,"rm -f,"mountpoint -q /var/cache/apt || mountpoint -q /var/cache/apt/archives || rm -f,' \
      /etc/apt/apt.conf.d/docker-clean; \\
          echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache; }""",
      "apt then keeps the archives it downloads into the cache mount; without the mount it deletes them as before"),
  /** The text of Docker's documentation on cache mounts: apt keeps its archives everywhere. */
  DOCUMENTED(
      "Configure apt to keep downloaded packages for cache mount",
      """
      rm -f /etc/apt/apt.conf.d/docker-clean; \\
          echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache""",
      "apt then keeps the archives it downloads, for the cache mount; images built FROM this one inherit it");

  /** Blanks, line ends, and what continues a line. */
  private static final Pattern LAYOUT = Pattern.compile("[\\s\\\\`]+");

  private final String comment;
  private final String command;
  private final String reason;

  AptConfigurationForm(String comment, String command, String reason) {
    this.comment = comment;
    this.command = command;
    this.reason = reason;
  }

  String comment() {
    return comment;
  }

  String command() {
    return command;
  }

  /** Whether a RUN is this step, however it is laid out. */
  boolean isWrittenIn(Run run) {
    return bare(run.text()).equalsIgnoreCase("RUN" + bare(command));
  }

  private static String bare(String text) {
    return LAYOUT.matcher(text).replaceAll("");
  }

  String reason() {
    return reason;
  }
}
