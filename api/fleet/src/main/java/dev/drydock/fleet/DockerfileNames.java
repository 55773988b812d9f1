package dev.drydock.fleet;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which files of a directory are Dockerfiles, by their names, and which directories are not looked into. */
final class DockerfileNames {

  /** What a name says. */
  enum Verdict {
    /** A Dockerfile. */
    DOCKERFILE,
    /** It may be one: a template, a copy, a name that nobody else uses. */
    PERHAPS,
    /** Something else. */
    OTHER
  }

  /** {@code Dockerfile}, {@code Dockerfile.dev}, {@code Dockerfile-dev}, {@code Dockerfile_ci}, {@code api.Dockerfile}. */
  private static final Pattern DOCKERFILE =
      Pattern.compile("(docker|container)file([._-].+)?|.+\\.(docker|container)file", Pattern.CASE_INSENSITIVE);

  private static final Pattern NEAR = Pattern.compile("(docker|container)file", Pattern.CASE_INSENSITIVE);

  /** Endings of templates and of copies that an editor or a merge left behind. */
  private static final Set<String> TEMPLATES_AND_COPIES =
      Set.of(
          "j2", "jinja", "jinja2", "template", "tmpl", "tpl", "erb", "mustache", "hbs", "in", "m4", "orig", "rej", "bak",
          "old", "save", "swp", "swo", "tmp", "disabled");

  /** Endings of what speaks of Dockerfiles, or works on them. */
  private static final Set<String> OTHERS =
      Set.of(
          "dockerignore", "containerignore", "md", "markdown", "rst", "adoc", "html", "pdf", "png", "svg", "java", "kt",
          "scala", "groovy", "py", "pyc", "go", "rs", "rb", "php", "js", "mjs", "cjs", "jsx", "ts", "tsx", "c", "h", "cc",
          "cpp", "hpp", "cs", "swift", "lua", "pl", "el", "vim", "sh", "bash", "zsh", "fish", "ps1", "bat", "json", "yaml",
          "yml", "toml", "xml", "ini", "cfg", "lock", "sum", "log", "diff", "patch", "sig", "asc", "sha256", "class", "jar",
          "gz", "zip");

  /** What others wrote or a tool made: version control, installed packages, tools' own state. */
  private static final Set<String> SKIPPED =
      Set.of(
          ".git", ".hg", ".svn", ".jj", "node_modules", "bower_components", "site-packages", "__pycache__", ".venv",
          ".tox", ".nox", ".gradle", ".terraform", ".idea", ".cache");

  private DockerfileNames() {}

  /** What this name of a file says. */
  static Verdict of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!NEAR.matcher(name).find() || (name.indexOf('.') >= 0 && OTHERS.contains(ending))) {
      return Verdict.OTHER;
    }
    boolean copy = TEMPLATES_AND_COPIES.contains(ending) || name.endsWith("~");
    return !copy && DOCKERFILE.matcher(name).matches() ? Verdict.DOCKERFILE : Verdict.PERHAPS;
  }

  /** Whether a directory of this name is left out; one that is named itself never is. */
  static boolean isSkipped(String name) {
    return SKIPPED.contains(name);
  }
}
