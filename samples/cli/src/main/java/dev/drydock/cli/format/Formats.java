package dev.drydock.cli.format;

import java.io.OutputStream;
import java.time.LocalDate;

/** The formats, by the names that {@code --format} takes. */
public enum Formats {
  /** All there is, for programs of one's own. */
  json,
  /** Static Analysis Results Interchange Format 2.1.0, which GitHub's code scanning and many editors read. */
  sarif,
  /** Annotations on a pull request, by GitHub's workflow commands. */
  github,
  /** GitLab's code quality report. */
  gitlab,
  /** The JSON of hadolint, which SonarQube and others read. */
  hadolint,
  /** Diffs that {@code git apply} and {@code patch -p1} take. */
  patch,
  /** The caches that are mounted, as buildkit-cache-dance takes them. */
  caches,
  /** One page for a person to look at. */
  html;

  /**
   * The format, written here.
   *
   * @param version that of Drydock
   * @param date that of the run
   */
  public Format to(OutputStream out, Levels levels, String version, LocalDate date) {
    return switch (this) {
      case json -> new JsonFormat(out, levels, version);
      case sarif -> new SarifFormat(out, levels, version);
      case github -> new GithubFormat(out, levels);
      case gitlab -> new GitlabFormat(out, levels);
      case hadolint -> new HadolintFormat(out, levels);
      case patch -> new PatchFormat(out);
      case caches -> new CachesFormat(out);
      case html -> new HtmlFormat(out, version, date);
    };
  }
}
