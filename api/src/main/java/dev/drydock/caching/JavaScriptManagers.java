package dev.drydock.caching;

import static dev.drydock.caching.TextPattern.regex;

import dev.drydock.caching.PackageManager.Setting;

/** The package managers of JavaScript. */
final class JavaScriptManagers {

  /** {@code express}, {@code express@4}, {@code @types/node@latest}. */
  private static final TextPattern PACKAGE =
      regex("(?!.*\\.(?:tgz|tar\\.gz)$)(?<name>(?:@[\\w.~-]+/)?[\\w~-][\\w.~-]*)(?:@(?<version>.+))?");

  /** What may stand between {@code npm} and the words of its command: {@code -g}, {@code --location global}. */
  private static final String NPM_OPTIONS = "(-\\S+\\s+((global|user|project)\\s+)?)*";

  /** The key of a line in {@code .npmrc}, also behind the {@code \\n} of a {@code printf}; no option of a command. */
  private static final String NPM_CACHE_KEY = "(?:(?<![\\w-])|(?<=\\\\n))cache\\s*=";

  private JavaScriptManagers() {}

  /** Its cache is content-addressed and made for concurrent use; {@code npx} keeps what it runs in it too. */
  static final PackageManager NPM =
      PackageManager.named("npm")
          .documentedIn("npm Docs: npm-cache; config (cache, offline); npm-install; npm-ci; npx")
          .runAs("npm")
          .alsoRunAs("npx", "exec")
          .passingOnWith("exec", "x")
          .downloadingWith(
              "install", "i", "in", "ins", "add", "ci", "clean-install", "ic", "install-clean", "install-test", "it",
              "install-ci-test", "cit", "update", "up", "upgrade", "exec", "x", "init", "create", "dedupe", "ddp",
              "audit fix")
          .installing(PACKAGE, "install", "i", "in", "ins", "add")
          .takingValuesToInstall("--tag", "--omit", "--include", "--save-prefix", "--install-strategy")
          .emptiedWith("cache clean", "cache clear", "cache rm", "cache verify")
          .takingValues(
              "--prefix", "-C", "--cache", "--registry", "--userconfig", "--loglevel", "-w", "--workspace", "-p",
              "--package", "-c", "--call")
          .offlineWith("-h", "--help", "-v", "--version", "--dry-run")
          .fromCacheOnlyWith("--offline")
          .fromCacheOnlyUnder(regex("(?i)npm_config_offline=(true|1)"))
          .cachingIn(
              CacheDirectory.shared("~/.npm").movedByOption("--cache").movedBy("npm_config_cache").movedBy("NPM_CONFIG_CACHE"))
          .configuredBy(
              regex(
                  "(?s)\\bnpm\\s+" + NPM_OPTIONS + "((config|c)\\s+" + NPM_OPTIONS + ")?set\\s+" + NPM_OPTIONS + "['\"]?cache\\b"
                      + "|\\.npmrc\\b.*" + NPM_CACHE_KEY + "|" + NPM_CACHE_KEY + ".*\\.npmrc\\b",
                  "npm"))
          .neededAtRunTimeBy(regex("\\bnpx\\b|\\bnpm\\b\\W+(exec|x)\\b"))
          .build();

  /**
   * Yarn 1, the classic one, whose root user caches apart from others. Later versions, which may run packages from
   * their cache, keep it elsewhere; which of them a call runs cannot be seen. So nothing is mounted where a variable
   * or option that moves the cache may speak to either, and {@code yarn cache clean} is never taken out.
   */
  static final PackageManager YARN =
      PackageManager.named("yarn")
          .documentedIn("Yarn 1: yarn cache; yarn install; Yarn: Settings (cacheFolder, enableGlobalCache)")
          .runAs("yarn", "yarnpkg")
          .downloadingWith(
              "", "install", "add", "upgrade", "upgrade-interactive", "import", "global add", "global upgrade", "create")
          .passingOnWith("run", "exec", "node")
          .installing(PACKAGE, "add", "global add")
          .removedWith("cache clean", "cache clear")
          .takingValues("--cwd", "--cache-folder", "--modules-folder", "--registry", "--mutex", "--network-timeout")
          .offlineWith("-h", "--help", "-v", "--version")
          .fromCacheOnlyWith("--offline")
          .cachingIn(
              CacheDirectory.locked("~/.cache/yarn")
                  .movedByOption("--cache-folder")
                  .movedBelow("XDG_CACHE_HOME", "yarn")
                  .forRoot("/usr/local/share/.cache/yarn"))
          .configuredBy(
              regex(
                  "\\byarn\\s+config\\s+set\\s+(-\\S+\\s+)*['\"]?(cache-?[fF]older|yarn-offline-mirror)\\b|\\.yarnrc\\b"
                      + "|\\byarn\\s+set\\s+version\\s+(?!1\\b|classic\\b)"
                      + "|\\bcorepack\\s+(prepare|use|install)\\b[^&|;\\n]*\\byarn@(?!1\\b)",
                  "yarn"))
          .refusing(
              new Setting(
                  regex("^YARN_(CACHE_FOLDER|GLOBAL_FOLDER)=."),
                  "from Yarn 2 on packages may be run from this directory, and which Yarn this is is not known"))
          .build();

  /** What is installed is linked from the store, and copied where that is on another file system. */
  static final PackageManager PNPM =
      PackageManager.named("pnpm")
          .documentedIn("pnpm: Settings (storeDir, packageImportMethod, enableGlobalVirtualStore); Working with Docker")
          .runAs("pnpm")
          .alsoRunAs("pnpx", "dlx")
          .passingOnWith("exec", "dlx", "run")
          .downloadingWith(
              "install", "i", "add", "update", "up", "upgrade", "fetch", "import", "dlx", "create", "install-test", "it",
              "deploy", "dedupe", "ci", "clean-install")
          .installing(PACKAGE, "add", "install", "i")
          .emptiedWith("store prune")
          .takingValues("-C", "--dir", "-F", "--filter", "--filter-prod", "--store-dir", "--registry", "--reporter")
          .offlineWith("-h", "--help", "-v", "--version")
          .fromCacheOnlyWith("--offline")
          .fromCacheOnlyUnder(regex("(?i)p?npm_config_offline=(true|1)"))
          .cachingIn(
              CacheDirectory.shared("~/.local/share/pnpm/store")
                  .movedByOption("--store-dir")
                  .movedBy("pnpm_config_store_dir")
                  .movedBy("npm_config_store_dir")
                  .movedBy("NPM_CONFIG_STORE_DIR")
                  .movedBelow("PNPM_HOME", "store")
                  .movedBelow("XDG_DATA_HOME", "pnpm/store"))
          .configuredBy(regex("\\bpnpm\\s+config\\s+set\\s[^&|;\\n]*\\bstore-?[dD]ir\\b|\\bstore-?[dD]ir\\s*[:=]", "store"))
          .refusing(
              new Setting(
                  regex("(?i)enable[-_]?global[-_]?virtual[-_]?store(?!\\s*=\\s*false)"),
                  "with the global virtual store the image would point into the mount"),
              new Setting(
                  regex("(?i)package[-_]import[-_]method[= ](hardlink|clone)$"),
                  "packages cannot be linked from a mount, which is another file system"),
              new Setting(regex("^(-g|--global)$"), "some versions link what is installed globally into the store"))
          .neededAtRunTimeBy(regex("\\bpnpx\\b|\\bpnpm\\b\\W+dlx\\b|\\bpnpm\\b.*--offline"))
          .build();

  /**
   * Packages are linked from the cache, and copied where that is on another file system. {@code bun pm cache rm} removes the
   * directory itself.
   */
  static final PackageManager BUN =
      PackageManager.named("bun")
          .documentedIn("Bun: bun install; Global cache; bunx; bunfig.toml (install.cache)")
          .runAs("bun")
          .alsoRunAs("bunx", "x")
          .passingOnWith("run", "x", "exec")
          .downloadingWith("install", "i", "ci", "add", "a", "update", "create", "c", "x", "init")
          .installing(PACKAGE, "add", "a", "install", "i")
          .removedWith("pm cache")
          .takingValues(
              "--cwd", "-c", "--config", "--cache-dir", "--registry", "--backend", "--linker", "--omit", "--filter",
              "--concurrent-scripts", "--network-concurrency")
          .offlineWith("-h", "--help", "--version", "--dry-run")
          .cachingIn(
              CacheDirectory.locked("~/.bun/install/cache")
                  .movedByOption("--cache-dir")
                  .movedBy("BUN_INSTALL_CACHE_DIR")
                  .movedBelow("BUN_INSTALL", "install/cache")
                  .movedBelow("XDG_CACHE_HOME", ".bun/install/cache"))
          .configuredBy(regex("(?s)\\bbunfig\\.toml\\b.*\\bcache\\b|\\bcache\\b.*\\bbunfig\\.toml\\b", "bunfig.toml"))
          .refusing(
              new Setting(regex("^--backend[= ]symlink$"), "with soft links the image would point into the mount"),
              new Setting(
                  regex("(?i)global[-_]?store(?!\\s*=\\s*(false|0))"),
                  "with the global store the image would point into the mount"))
          .neededAtRunTimeBy(regex("\\bbunx\\b|\\bbun\\b\\W+x\\b"))
          .build();
}
