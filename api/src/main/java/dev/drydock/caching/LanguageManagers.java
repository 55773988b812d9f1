package dev.drydock.caching;

import static dev.drydock.caching.TextPattern.regex;

import dev.drydock.caching.PackageManager.Setting;

/** The package managers of Go, Rust, Ruby, PHP and .NET. */
final class LanguageManagers {

  private LanguageManagers() {}

  /**
   * Both caches are made for concurrent use. The build cache does not see changes of C libraries, so that it is shared
   * only where cgo is off.
   */
  static final PackageManager GO =
      PackageManager.named("go")
          .documentedIn("Go Modules Reference: Module cache, go clean -modcache; cmd/go: Build and test caching")
          .runAs("go")
          .downloadingWith(
              "mod download", "mod tidy", "mod vendor", "mod verify", "mod graph", "mod why", "build", "install", "get",
              "run", "test", "vet", "generate", "list", "tool", "work sync", "work vendor")
          .installing(
              regex("(?<name>[\\w-]+(?:\\.[\\w-]+)+/[^@\\s]+)(?:@(?<version>\\S+))?"), "install", "get")
          .takingValuesToInstall("-ldflags", "-gcflags", "-tags", "-mod", "-o", "-p")
          .removedWith("clean -modcache", "clean --modcache")
          .takingValues("-C")
          .offlineWith("-h", "--help", "-mod=vendor")
          .idleWith(regex("^(?!mod |[^ ]+ .*@)(?:.* )?(?:\\S*=)?--?mod[= ]vendor\\b", "vendor"), "GOFLAGS")
          .fromCacheOnlyUnder(regex("GOPROXY=off"))
          .usingCacheInPlace()
          .cachingIn(
              CacheDirectory.shared("~/go/pkg/mod")
                  .movedBy("GOMODCACHE")
                  .movedBelow("GOPATH", "pkg/mod")
                  .onImages("golang", "/go/pkg/mod"),
              CacheDirectory.shared("~/.cache/go-build")
                  .movedBy("GOCACHE")
                  .movedBelow("XDG_CACHE_HOME", "go-build")
                  .emptiedWith("clean -cache", "clean --cache", "clean -fuzzcache", "clean --fuzzcache")
                  .onlyWith(
                      "CGO_ENABLED",
                      "0",
                      "the build cache does not see changes of C libraries, which other services may have in other"
                          + " versions; ENV CGO_ENABLED=0 would let it be mounted"))
          .configuredBy(regex("\\bgo\\s+env\\s+-w\\b", "-w"))
          .neededAtRunTimeBy(regex("\\bgo\\b\\W+(run|test|build|install|get|generate|tool)\\b"))
          .build();

  /** Cargo's lock lies beside these directories and not in them, so that one build at a time may have them. */
  static final PackageManager CARGO =
      PackageManager.named("cargo")
          .documentedIn("The Cargo Book: Cargo Home; Configuration (net.offline); cargo fetch; cargo build")
          .runAs("cargo")
          .downloadingWith(
              "build", "b", "install", "fetch", "check", "c", "test", "t", "run", "r", "bench", "doc", "update", "add",
              "generate-lockfile", "vendor", "metadata", "tree", "clippy", "rustc", "chef cook", "binstall", "zigbuild",
              "nextest", "leptos", "component", "xtask")
          .installing(regex("(?<name>[A-Za-z0-9][\\w-]*)(?:@(?<version>\\S+))?"), "install", "binstall", "add")
          .takingValuesToInstall(
              "--version", "--vers", "--git", "--branch", "--tag", "--rev", "--path", "--root", "--features", "-F",
              "--index", "--registry", "--target", "--profile", "-j", "--jobs", "--bin", "--rename", "-p", "--package")
          .emptiedWith(
              "cache -a", "cache --autoclean", "cache -e", "cache --autoclean-expensive", "cache -r", "cache --remove-dir",
              "cache trim", "cache clean-unref")
          .takingValues("--config", "-C", "-Z", "--color")
          .offlineWith("-h", "--help", "-V", "--version", "--list")
          .fromCacheOnlyWith("--offline", "--frozen")
          .fromCacheOnlyUnder(regex("CARGO_NET_OFFLINE=true"))
          .usingCacheInPlace()
          .cachingIn(inCargoHome("registry"), inCargoHome("git"))
          .neededAtRunTimeBy(regex("\\bcargo\\b\\W+(run|r|build|b|test|t|watch|install|bench|nextest|leptos)\\b"))
          .build();

  private static CacheDirectory inCargoHome(String directory) {
    return CacheDirectory.locked("~/.cargo/" + directory)
        .movedBelow("CARGO_HOME", directory)
        .onImages("rust", "/usr/local/cargo/" + directory);
  }

  /**
   * Bundler and RubyGems, which keep the archives of gems below the directory that they install into. That is known on
   * the official image and by {@code GEM_HOME}; below a bundle's own path its name depends on the version of Ruby.
   * Extensions are compiled where gems are installed, and not in here.
   */
  static final PackageManager BUNDLER =
      PackageManager.named("bundler")
          .documentedIn("RubyGems Guides: Command Reference (gem install, gem environment); Bundler: bundle install; bundle config")
          .runAs("bundle", "bundler", "gem")
          .downloadingWith("", "install", "i", "update", "add", "cache", "package")
          .passingOnWith("exec")
          .installing(regex("(?!.*\\.gem$)(?<name>[A-Za-z0-9][\\w.-]*)(?::(?<version>\\S+))?"), "install", "i", "add")
          .takingValuesToInstall("-v", "--version", "-i", "--install-dir", "-n", "--bindir", "-s", "--source", "-P", "-g")
          .offlineWith("-h", "--help", "-v", "--version")
          .fromCacheOnlyWith("--local", "-l")
          .cachingIn(
              CacheDirectory.locked("/usr/local/bundle/cache")
                  .movedBelow("GEM_HOME", "cache")
                  .onImages("ruby", "/usr/local/bundle/cache")
                  .nowhereElse())
          .configuredBy(
              regex("\\bbundler?\\s+config\\s+(set\\s+)?(-\\S+\\s+)*['\"]?(path|deployment|global_gem_cache|cache_path)\\b", "bundle"))
          .refusing(
              new Setting(
                  regex("^BUNDLE_(PATH|DEPLOYMENT|GLOBAL_GEM_CACHE|CACHE_PATH)=.|^--(path|deployment)\\b"),
                  "gems go below the bundle's own path, where the name of the cache depends on the version of Ruby"),
              new Setting(
                  regex("^(-i|--install-dir|--user-install)\\b"),
                  "gems go into another directory, which has a cache of its own"))
          .build();

  /** Where Composer caches by default depends on what there is in the home directory, so that it must be said. */
  static final PackageManager COMPOSER =
      PackageManager.named("composer")
          .documentedIn("Composer: Command-line interface / Commands (COMPOSER_CACHE_DIR, COMPOSER_HOME); Config (cache-dir)")
          .runAs(regex("composer(\\.phar)?"))
          .downloadingWith(
              "install", "i", "update", "u", "upgrade", "require", "r", "create-project", "reinstall", "remove", "rm",
              "global install", "global update", "global require")
          .passingOnWith("exec", "run-script", "run")
          .installing(regex("(?<name>[\\w.-]+/[\\w.-]+)(?:[:=](?<version>.+))?"), "require", "r", "global require")
          .emptiedWith("clear-cache", "clearcache", "cc")
          .takingValues("-d", "--working-dir")
          .offlineWith("-h", "--help", "-V", "--version", "--dry-run")
          .fromCacheOnlyUnder(regex("COMPOSER_DISABLE_NETWORK=(1|true)"))
          .cachingIn(
              CacheDirectory.locked("~/.composer/cache")
                  .movedBy("COMPOSER_CACHE_DIR")
                  .movedBelow("COMPOSER_HOME", "cache")
                  .onImages(regex("composer(/composer)?"), "/tmp/cache")
                  .nowhereElse())
          .configuredBy(regex("(?<![\\w.-])cache-(files-)?dir\\b", "cache-dir", "cache-files-dir"))
          .defeatedByOption("--no-cache")
          .build();

  /**
   * NuGet's cache of downloads, under its older and its newer name. The global packages beside it are what later
   * builds are made from, so they stay in the image, and so does a call that clears these too: {@code locals all}.
   */
  static final PackageManager NUGET =
      PackageManager.named("nuget")
          .documentedIn("NuGet: Managing the global packages, cache, and temp folders; dotnet restore; dotnet nuget locals")
          .runAs("dotnet", "nuget")
          .downloadingWith(
              "restore", "build", "publish", "pack", "test", "run", "msbuild", "tool install", "tool restore",
              "tool update", "add package", "package add", "workload install", "workload restore", "install", "update")
          .emptiedWith("nuget locals --clear http-cache", "nuget locals -c http-cache", "locals -clear http-cache")
          .removedWith(
              "nuget locals --clear http-cache", "nuget locals -c http-cache", "locals -clear http-cache",
              "nuget locals --clear all", "nuget locals -c all", "locals -clear all")
          .installing(regex("(?<name>[A-Za-z0-9_][\\w.-]*)(?:@(?<version>\\S+))?"), "tool install", "add package", "package add")
          .takingValuesToInstall(
              "--version", "--tool-path", "--tool-manifest", "--add-source", "--source", "-s", "--configfile", "--framework",
              "-f", "--arch", "-a", "--verbosity", "-v", "--package-directory", "--project")
          .offlineWith("-h", "--help", "--version", "--info", "--no-restore", "--no-build")
          .cachingIn(httpCache("v3-cache"), httpCache("http-cache"))
          .defeatedByOption("--no-http-cache", "--no-cache")
          .build();

  private static CacheDirectory httpCache(String directory) {
    return CacheDirectory.shared("~/.local/share/NuGet/" + directory)
        .movedBy("NUGET_HTTP_CACHE_PATH")
        .movedBelow("XDG_DATA_HOME", "NuGet/" + directory);
  }
}
