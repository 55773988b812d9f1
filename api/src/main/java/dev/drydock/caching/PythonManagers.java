package dev.drydock.caching;

import static dev.drydock.caching.TextPattern.regex;

import dev.drydock.caching.PackageManager.Setting;
import dev.drydock.caching.PackageManager.Sources;

/** The package managers of Python, and conda. */
final class PythonManagers {

  /**
   * A requirement with a name and the address of an archive that pip builds, whose file name is one that it caches under:
   * {@code foo @ file:///foo-1.tar.gz}, {@code https://…/my-branch.zip#egg=foo}. Not a wheel, nor what a version or a commit
   * in its address makes one and the same for ever; a local archive may be built anew under the same version.
   */
  private static final String ARCHIVE =
      "^(?!.*\\.whl\\b)(?:[\\w.-]+(?:\\[[^\\]]*\\])?\\s*@\\s*|(?=[^#]*#(?:\\S*&)?egg=))"
          + "(?:file:|https?:(?!\\S*[0-9a-f]{40})(?!\\S*-v?\\d+(?:\\.\\w+)*\\.(?:tar|tgz|zip)))"
          + "\\S*?[\\w.]-[\\w.!+-][^/\\s#?]*(?:[#?;\\s]|$)";

  /** A wheel that lies here, by its path or its address. */
  private static final TextPattern LOCAL_WHEEL = regex("(?:file:)?(?![a-z+]+:)[^@]*\\.whl(?:[#\\[].*)?");

  private static final String DISTRIBUTION = "(?<name>[A-Za-z0-9](?:[\\w.-]*[A-Za-z0-9])?)(?:\\s*\\[[^\\]]*\\])?\\s*";

  /** {@code flask}, {@code flask[async]==3.0}, {@code flask>=3,<4; python_version>"3"}, {@code flask @ https://…} (PEP 508). */
  private static final TextPattern REQUIREMENT =
      regex(
          "(?!.*\\.(?:whl|zip|tgz|tar\\.\\w+)$)" + DISTRIBUTION
              + "(?:(?:={2,3}\\s*)?(?<version>(?<==\\s{0,3})\\w[^,;\\s]*|[<>~!][^;]*[^;\\s])(?:\\s*,[^;]*)?|@.*)?\\s*(?:;.*)?");

  /** {@code flask}, {@code flask@^3}, {@code flask==3.0}, {@code flask>=3}. */
  private static final TextPattern POETRY_PACKAGE =
      regex(DISTRIBUTION + "(?:(?:@|={1,3})?(?<version>(?<=[@=])[\\w^~*][^@/:]*|[<>~!^][^@/:]*))?");

  /** {@code numpy}, {@code numpy=1.26}, {@code conda-forge::numpy>=1.26}. */
  private static final TextPattern MATCH_SPECIFICATION =
      regex(
          "(?:[\\w./-]+::)?(?<name>[A-Za-z0-9_][\\w.-]*)"
              + "(?:={0,2}\\s*(?<version>(?<==\\s{0,3})[^=<>!~\\s]+|[<>!~].*)(?:=.*)?)?");

  private PythonManagers() {}

  /** {@code PIP_NO_CACHE_DIR} switches the cache off with any value, {@code 0} too (pypa/pip#5735). */
  static final PackageManager PIP =
      PackageManager.named("pip")
          .documentedIn("pip: Caching; Configuration; pip install")
          .runAs(regex("pip[0-9.]*", "pip"))
          .runAsModule("pip")
          // pipx and pip-tools, their documentation; spacy/cli/download.py; pypa/get-pip.
          .calledBy(
              regex("\\bpipx\\s+(?:-\\S+\\s+)*(?:install|inject|upgrade|reinstall|run)(?![\\w-])|\\bpip-sync(?![\\w-])|\\bspacy\\s+download\\b|\\bget-pip\\.py\\b",
                  "pipx", "pip-sync", "spacy", "get-pip"))
          .downloadingWith("install", "download", "wheel")
          .installing(REQUIREMENT, "install")
          .takingValuesToInstall(
              "-r", "--requirement", "-c", "--constraint", "-e", "--editable", "-t", "--target", "-i", "--index-url",
              "--extra-index-url", "-f", "--find-links", "--prefix", "--root", "--src", "--platform", "--python-version",
              "--implementation", "--abi", "--upgrade-strategy", "--no-binary", "--only-binary", "-C",
              "--config-settings", "--global-option", "--progress-bar", "--root-user-action", "--report")
          .installingLocally(LOCAL_WHEEL, "--no-deps")
          .emptiedWith("cache purge", "cache remove")
          .takingValues(
              "--cache-dir", "--proxy", "--retries", "--timeout", "--exists-action", "--trusted-host", "--cert",
              "--client-cert", "--log", "--python", "--use-feature", "--use-deprecated", "--keyring-provider",
              "--resume-retries")
          .offlineWith("--no-index", "-h", "--help", "-V", "--version")
          .idleWith(regex("PIP_NO_INDEX=(?i:1|true|t|y|yes|on)\\b", "PIP_NO_INDEX"), "PIP_NO_INDEX")
          .cachingIn(CacheDirectory.shared("~/.cache/pip").keepingBuildsIn("wheels"))
          .movedBy("PIP_CACHE_DIR")
          .movedByOption("--cache-dir")
          .belowXdgCacheHome("pip")
          .defeatedByOption("--no-cache-dir", "--no-cache")
          .defeatedByAnyValueOf("PIP_NO_CACHE_DIR")
          .refusing(
              new Setting(regex("^--isolated$", "--isolated"), "with it pip goes by no variables, and where its cache lies is not known"))
          .buildingFromSource()
          .buildingOtherwiseWith(
              "--no-binary", "-C", "--config-settings", "--global-option", "--build-option", "--install-option",
              "--no-build-isolation", "--build-constraint", "-f", "--find-links", "PIP_CONSTRAINT")
          .knowingByAddress(regex(ARCHIVE, "file:", "http"))
          // optparse: OptionParser._match_abbrev; the options of pip's install, download, wheel and cache.
          .abbreviatingOptions(
              "--break-system-packages", "--check-build-dependencies", "--compile", "--debug", "--default-timeout",
              "--dest", "--destination-dir", "--destination-directory", "--disable-pip-version-check", "--dry-run",
              "--force-reinstall", "--format", "--group", "--ignore-installed", "--ignore-requires-python", "--isolated",
              "--local-log", "--log-file", "--no-clean", "--no-color", "--no-compile", "--no-dependencies", "--no-deps",
              "--no-input", "--no-python-version-warning", "--no-use-pep517", "--no-user",
              "--no-verify", "--no-warn-conflicts", "--no-warn-script-location", "--pre", "--prefer-binary",
              "--pypi-url", "--quiet", "--require-hashes", "--require-venv", "--require-virtualenv", "--source",
              "--source-dir", "--source-directory", "--upgrade", "--use-pep517", "--user",
              "--verbose", "--wheel-dir")
          .writingOnlyCaches()
          .build();

  /**
   * The options of {@code uv run} that take no value: another one may take the next word. What follows the program that it
   * runs is the program's own (uv, CLI reference, "uv run").
   */
  private static final String UV_RUN_FLAGS =
      "(?:-[mqvnU]|--(?:module|frozen|locked|no-sync|dev|no-dev|only-dev|all-extras|all-groups|no-default-groups|all-packages"
          + "|exact|inexact|no-editable|active|no-active|quiet|verbose|offline|no-project|no-config|no-cache|no-progress"
          + "|managed-python|no-managed-python|no-python-downloads|native-tls|system-certs|no-env-file|no-build|no-binary"
          + "|no-build-isolation|no-sources|no-index|refresh|reinstall|upgrade|compile-bytecode|compile|preview|no-preview)?)";

  /** {@code UV_NO_CACHE} is a boolean. */
  static final PackageManager UV =
      PackageManager.named("uv")
          .documentedIn("uv: Caching; CLI; Environment variables")
          .runAs("uv")
          .runAsModule("uv")
          .alsoRunAs("uvx", "tool run")
          .passingOnWith("run", "tool run")
          .neededAtRunTimeBy(
              regex("\\buvx\\b|\\buv\\b.*\\btool run\\b|\\buv\\b.*--offline"
                  + "|\\buv\\s(?:.*\\s)?run(?:\\s+(?:(?!" + UV_RUN_FLAGS + "\\s)-[^\\s=]+\\s+[^-\\s]\\S*|-\\S+))*?\\s+(-[a-z]*[sw]\\b|--script|--with|--isolated|--gui-script)",
                  "uv"))
          .leavingResultInCacheWith(
              regex("^(?!.* --active\\b)(?:.* )?(?:sync|run) (?:.* )?(?:--script\\b|--gui-script\\b|-[a-z]*s(?: |$)).*"))
          .installingLocally(LOCAL_WHEEL, "--no-deps")
          .downloadingWith(
              "pip install", "pip sync", "pip compile", "sync", "lock", "add", "remove", "run", "build", "venv --seed",
              "tool install", "tool upgrade", "tool run", "export")
          .installing(REQUIREMENT, "pip install", "add", "tool install")
          .takingValuesToInstall(
              "-r", "--requirement", "--requirements", "-c", "--constraint", "--constraints", "-e", "--editable",
              "--target", "--prefix", "-i", "--index-url", "--extra-index-url", "--index", "--default-index", "-f",
              "--find-links", "-p", "--python", "--extra", "--group", "--optional", "--with", "--link-mode",
              "--no-binary", "--only-binary", "-C", "--config-setting", "--resolution", "--prerelease",
              "--python-version", "--python-platform", "--index-strategy", "--torch-backend", "-P", "--upgrade-package")
          .emptiedWith("cache clean", "cache prune", "clean")
          .takingValues(
              "--cache-dir", "--directory", "--project", "--config-file", "--color", "--python-preference",
              "--allow-insecure-host")
          .offlineWith("-h", "--help", "--dry-run", "-V", "--version")
          .idleWith(
              regex("^(?!.* --with)(?:.* )?run (?:.* )?(?:--no-sync\\b|UV_NO_SYNC=(?i:1|true|t|y|yes|on)\\b)", "NO_SYNC", "no-sync"),
              "UV_NO_SYNC")
          .fromCacheOnlyWith("--offline")
          .fromCacheOnlyUnder(regex("UV_OFFLINE=(?i)(1|true|t|yes|y|on)", "UV_OFFLINE"))
          .cachingIn(CacheDirectory.shared("~/.cache/uv"))
          .movedBy("UV_CACHE_DIR")
          .movedByOption("--cache-dir")
          .belowXdgCacheHome("uv")
          .defeatedByOption("--no-cache", "--no-cache-dir", "-n")
          .defeatedBySwitch("UV_NO_CACHE")
          .refusing(
              new Setting(
                  regex("(UV_LINK_MODE|--link-mode)[= ]symlink|(?:(?<![\\w-])|(?<=\\\\n))link-mode\\W{0,3}=\\W{0,3}symlink", "symlink"),
                  "with link mode symlink the image would point into the mount"),
              new Setting(
                  regex("^(--find-links[= ](?!https?:)|-f(?! ?https?:) ?\\S|UV_FIND_LINKS=(?!https?:))|(?:(?<![\\w-])|(?<=\\\\n))find-links\\W{0,3}=\\W*(?!https?:)\\w", "-f", "find-links", "FIND_LINKS"),
                  "uv knows what it built from an archive there by its name and version: a change would not be seen"))
          .knowingSourcesBy(
              new Sources(
                  regex("^--no-editable$|^UV_NO_EDITABLE=(?i:1|true|t|y|yes|on)$", "no-editable", "NO_EDITABLE"),
                  regex("^--no-install-(project|workspace|local)$|^UV_NO_INSTALL_(PROJECT|WORKSPACE|LOCAL)=(?i:1|true|t|y|yes|on)$",
                      "no-install", "NO_INSTALL"),
                  regex("(pyproject\\.toml|setup\\.(py|cfg))")))
          .configuredIn("uv.toml", "pyproject.toml")
          .buildingFromSource()
          .buildingOtherwiseWith(
              "--no-binary", "--no-binary-package", "-C", "--config-setting", "--config-settings",
              "--config-settings-package", "--no-build-isolation", "--no-build-isolation-package", "-b",
              "--build-constraint", "--build-constraints")
          .writingOnlyCaches()
          .build();

  /**
   * Below Poetry's cache directory lie also the virtual environments, which must stay in the image: only the two
   * directories of downloads beside them are caches. Wheels that it builds lie among the artifacts. It writes its
   * files in place, so that one build at a time may have them.
   */
  static final PackageManager POETRY =
      PackageManager.named("poetry")
          .documentedIn("Poetry: Configuration (cache-dir, virtualenvs.path); Commands (cache clear, --no-cache)")
          .runAs("poetry")
          .runAsModule("poetry")
          .passingOnWith("run")
          .downloadingWith(
              "install", "sync", "add", "remove", "update", "lock", "self install", "self add", "self update", "self sync")
          .installing(POETRY_PACKAGE, "add", "self add")
          .takingValuesToInstall("-G", "--group", "-E", "--extras", "--python", "--platform", "--source")
          .emptiedWith("cache clear --all")
          .takingValues("-C", "--directory", "-P", "--project")
          .offlineWith("-h", "--help", "-V", "--version", "--dry-run")
          .cachingIn(
              below("cache", CacheDirectory.locked("~/.cache/pypoetry/cache")),
              below("artifacts", CacheDirectory.locked("~/.cache/pypoetry/artifacts")))
          .configuredBy(regex("\\bpoetry\\s+config\\s[^&|;\\n]*\\bcache-dir\\b|(?<![\\w.-])cache-dir\\s*=", "cache-dir"))
          .defeatedByOption("--no-cache")
          .buildingFromSource()
          .buildingOtherwiseWith("--no-binary", "--build-config-settings", "PIP_NO_BINARY", "PIP_CONSTRAINT")
          .readingVariables("POETRY_", "PIP_")
          .build();

  private static CacheDirectory below(String directory, CacheDirectory cache) {
    return cache.movedBelow("POETRY_CACHE_DIR", directory).movedBelow("XDG_CACHE_HOME", "pypoetry/" + directory);
  }

  /** Pipenv hands its directory to pip, which is made for concurrent use. */
  static final PackageManager PIPENV =
      PackageManager.named("pipenv")
          .documentedIn("Pipenv: Configuration (PIPENV_CACHE_DIR); Commands")
          .runAs("pipenv")
          .runAsModule("pipenv")
          .passingOnWith("run")
          .downloadingWith("install", "sync", "update", "lock", "upgrade", "uninstall")
          .installing(REQUIREMENT, "install")
          .takingValuesToInstall(
              "-r", "--requirements", "-e", "--editable", "-i", "--index", "--extra-pip-args", "--categories")
          .takingValues("--python", "--pypi-mirror")
          .offlineWith("-h", "--help", "--version")
          .cachingIn(CacheDirectory.shared("~/.cache/pipenv"))
          .movedBy("PIPENV_CACHE_DIR")
          .belowXdgCacheHome("pipenv")
          .refusing(
              new Setting(regex("^--clear$"), "with --clear it removes its cache directory, which fails where that is a mount point"),
              new Setting(regex("^PIP_CACHE_DIR=."), "pip's own directory is named, and which of the two it uses is not known"))
          .defeatedByAnyValueOf("PIP_NO_CACHE_DIR")
          .buildingFromSource()
          .buildingOtherwiseWith(
              "--extra-pip-args", "--no-binary", "--config-settings", "--global-option", "--build-option",
              "--no-build-isolation", "--find-links", "PIP_CONSTRAINT")
          .readingVariables("PIPENV_", "PIP_")
          .build();

  /**
   * conda, mamba and micromamba. Packages are linked from the cache; across file systems they are copied. Where the
   * cache lies depends on where conda was installed, which only an image or a variable says.
   */
  static final PackageManager CONDA =
      PackageManager.named("conda")
          .documentedIn(
              "conda: Using the .condarc configuration file (pkgs_dirs, allow_softlinks); Using custom locations for"
                  + " environment and package cache; conda clean")
          .runAs("conda", "mamba", "micromamba")
          .passingOnWith("run")
          .downloadingWith("install", "create", "update", "upgrade", "env create", "env update", "self-update")
          .installing(MATCH_SPECIFICATION, "install", "create", "update")
          .takingValuesToInstall("-c", "--channel", "-f", "--file", "--solver", "--platform", "--subdir", "--revision")
          .emptiedWith("clean")
          .removedWith(
              "clean --force-pkgs-dirs", "clean --force", "clean -f", "clean -af", "clean -fa", "clean -fy", "clean -yf", "clean -afy",
              "clean -ayf", "clean -fay", "clean -fya", "clean -yaf", "clean -yfa")
          .takingValues("-n", "--name", "-p", "--prefix", "-r", "--root-prefix", "--rc-file", "--log-level")
          // argparse: allow_abbrev; the options of conda's install, create, update, env and clean. micromamba refuses such calls.
          .abbreviatingOptions(
              "--all", "--always-softlink", "--clobber", "--clone", "--console", "--copy", "--dev", "--download-only",
              "--experimental", "--force", "--force-pkgs-dirs", "--force-reinstall", "--freeze-installed", "--index-cache",
              "--insecure", "--json", "--logfiles", "--mkdir", "--no-channel-priority", "--no-default-packages",
              "--no-deps", "--no-lock", "--no-pin", "--no-repodata-use-zst", "--no-shortcuts", "--only-deps",
              "--override-channels", "--packages", "--prune", "--quiet", "--repodata-fn", "--repodata-use-zst",
              "--satisfied-skip-solve", "--show-channel-urls", "--shortcuts-only", "--strict-channel-priority",
              "--tarballs", "--tempfiles", "--update-all", "--update-deps", "--update-specs", "--use-index-cache",
              "--use-local", "--verbose", "--yes")
          .offlineWith("-h", "--help", "--version", "-d", "--dry-run")
          .fromCacheOnlyWith("--offline")
          .fromCacheOnlyUnder(regex("(CONDA|MAMBA)_OFFLINE=(?i)(1|true|yes|on)"))
          .cachingIn(
              CacheDirectory.locked("/opt/conda/pkgs")
                  .movedBelow("-r", "pkgs")
                  .movedBelow("--root-prefix", "pkgs")
                  .movedBy("CONDA_PKGS_DIRS")
                  .movedBelow("MAMBA_ROOT_PREFIX", "pkgs")
                  .onImages(regex("continuumio/(mini|ana)conda3?|condaforge/.*|mambaorg/micromamba"), "/opt/conda/pkgs")
                  .nowhereElse())
          .configuredBy(regex("\\bpkgs_dirs\\b|\\b(allow|always)_softlinks?\\b|\\.condarc\\b|\\.mambarc\\b", "pkgs_dirs", "_softlink", ".condarc", ".mambarc"))
          .refusing(
              new Setting(
                  regex("(?i)^(CONDA|MAMBA)_(ALLOW_SOFTLINKS|ALWAYS_SOFTLINK)=.|^--always-softlink$"),
                  "with soft links the image would point into the mount"),
              new Setting(regex("^--download-only$"), "what is downloaded is wanted in the image, not in a mount"))
          .build();
}
