package dev.drydock.caching;

import static dev.drydock.caching.TextPattern.regex;

import dev.drydock.caching.PackageManager.Setting;

/** The package managers of distributions. All of them lock files in the image, not in the cache. */
final class SystemManagers {

  private static final String ELSEWHERE = "it installs into another root, which has a cache of its own";
  private static final String WANTED = "what is downloaded is wanted in the image, not in a mount";
  private static final String KEEPCACHE = "keepcache\\s*=\\s*(1|[Tt]rue|yes)";
  private static final String NOT_KEPT =
      "packages are deleted once they are installed, so that only the repositories' metadata are reused;"
          + " keepcache=1 in its configuration, or --setopt=keepcache=1, keeps them";

  /** Before the name of an option of apt's, which is read in any case: a word begins there, or what follows -o. */
  private static final String APT_OPTION = "(?i)(?:^-o|(?<![\\w:-]))";

  /** apt's own directories, in an option or a configuration file; {@code DIR=/opt} is a variable, and none of apt's. */
  private static final TextPattern APT_DIRECTORIES =
      regex(
          APT_OPTION + "Dir::(?:Cache|State)[\\w:-]*\\s*[=\\s\"{]"
              + "|(?i)(?:-o|--option)[ =]?[\"']?(?:Root)?Dir\\s*="
              + "|(?i)(?<![\\w:$./-])(?:Root)?Dir\\s*[\"{]",
          "::", "-o", "-O", "\"", "{");

  /** {@code curl}, {@code curl:amd64=8.14.1-2}, {@code curl/bookworm-backports}; {@code curl-} removes it. */
  private static final TextPattern DEBIAN_PACKAGE =
      regex("(?!.*\\.deb$)(?<name>[a-z0-9][a-z0-9+.-]*[a-z0-9+])(?::[a-z0-9-]+)?(?:=(?<version>\\S+)|/\\S+)?");

  /** {@code curl}, {@code curl=8.5.0-r0}, {@code curl>8}, {@code curl@edge}. */
  private static final TextPattern ALPINE_PACKAGE =
      regex("(?!.*\\.apk$)(?<name>[A-Za-z0-9][\\w+.-]*?)(?:@\\w+)?(?:=?(?<version>(?:(?<==)\\w|[<>~])[^@]*))?(?:@\\w+)?");

  /** A package or a capability; a version is a part of its name. */
  private static final TextPattern RPM_PACKAGE = regex("(?!.*\\.rpm$)(?<name>[A-Za-z0-9][\\w+.-]*)");

  /** {@code curl}, {@code curl=8.0}, {@code curl>=8}. */
  private static final TextPattern SUSE_PACKAGE =
      regex("(?!.*\\.rpm$)(?<name>[A-Za-z0-9][\\w+.-]*)(?:=?(?<version>(?:(?<==)[^=]|[<>]).*))?");

  private SystemManagers() {}

  /** Both directories are locked by apt while it runs. apt-fast downloads into the same directory and leaves the rest to apt. */
  static final PackageManager APT =
      PackageManager.named("apt")
          .documentedIn("apt-get(8), apt-cache(8); apt.conf(5) (Dir::Cache, Dir::State); apt-fast: README (DLDIR, APTCACHE)")
          .runAs("apt", "apt-get", "aptitude", "apt-fast")
          .downloadingWith(
              "install", "reinstall", "upgrade", "full-upgrade", "dist-upgrade", "build-dep",
              "satisfy", "safe-upgrade", "dselect-upgrade")
          .installing(DEBIAN_PACKAGE, "install", "reinstall")
          .refreshingWith("update")
          .refreshingWithOption("--update")
          .fromCacheOnlyWith("--no-download")
          .alsoRunAs("apt-cache", "policy")
          .consultingWith(
              "download", "source", "changelog", "show", "showsrc", "policy", "madison", "search", "list", "depends",
              "rdepends")
          .neededAtRunTimeBy(regex("^(?!.*\\bupdate\\b).*\\bapt(-get)?\\s+(-\\S+\\s+)*install\\b", "install"))
          .emptiedWith("clean", "autoclean", "auto-clean", "distclean", "dist-clean")
          .takingValues(
              "-o", "--option", "-c", "--config-file", "-t", "--target-release", "--default-release", "-a",
              "--host-architecture", "-P", "--build-profiles")
          .offlineWith(
              "-s", "--simulate", "--just-print", "--dry-run", "--recon", "--no-act",
              "--print-uris", "--installed", "-h", "--help", "-v", "--version",
              "APT::Get::Simulate=1", "APT::Get::Simulate=true", "-oAPT::Get::Simulate=1", "-oAPT::Get::Simulate=true")
          .cachingIn(CacheDirectory.locked("/var/cache/apt"), CacheDirectory.locked("/var/lib/apt"))
          .emptiedByRemoving("/var/lib/apt/lists", "/var/cache/apt/archives", "/var/cache/apt", "/var/lib/apt")
          .refusing(
              new Setting(APT_DIRECTORIES, "apt's own directories are moved by an option"),
              new Setting(
                  regex("^(APT_CONFIG=.+|-c[ =]?[^ =].*|--config-file[ =].+)", "-c", "APT_CONFIG"),
                  "it reads another configuration file, which may move apt's own directories"),
              new Setting(regex("^(-[qyfmuVb]*d[qyfmuVb]*|--download-only)$", "-"), WANTED),
              new Setting(
                  regex(APT_OPTION + "APT::Get::Download-Only[\\s=\"]+(1|true|yes|on|with|enable)\\b", "::"), WANTED))
          .refusingToFetchIndexWith(
              new Setting(
                  regex(APT_OPTION + "(Dir::Etc[\\w:-]*|APT::Get::List-Cleanup)\\s*[=\\s\"{]", "::"),
                  "only a part of the lists is fetched, which the next update would take for all of them"))
          .writingOnlyCaches()
          .build();

  /**
   * apk keeps packages only where {@code /etc/apk/cache} exists, and then its index lies there too. The mount point
   * stays in the image, so that apk keeps packages in later layers as well, but for {@code --no-cache}.
   */
  static final PackageManager APK =
      PackageManager.named("apk")
          .documentedIn("apk(8) (--no-cache, --update-cache, --cache-max-age); apk-cache(5); apk-cache(8)")
          .runAs("apk")
          .downloadingWith("add", "upgrade", "fix")
          .installing(ALPINE_PACKAGE, "add")
          .refreshingWith("update")
          .refreshingWithOption("-U", "--update", "--update-cache")
          .fetchingInsteadWith("-U")
          .emptiedWith("cache clean", "cache purge")
          .takingValues(
              "-X", "--repository", "--arch", "--keys-dir", "--repositories-file", "--wait", "--cache-dir",
              "--cache-max-age", "--progress-fd", "-p", "--root", "-t", "--virtual")
          .offlineWith("-s", "--simulate", "-h", "--help", "-V", "--version")
          .fromCacheOnlyWith("--no-network")
          .cachingIn(CacheDirectory.locked("/etc/apk/cache").movedByOption("--cache-dir").holdingIndex())
          .configuredBy(regex("\\bln\\s[^&|;\\n]*/etc/apk/cache\\b|\\bsetup-apkcache\\b", "/etc/apk/cache", "setup-apkcache"))
          .defeatedByOption("--no-cache")
          .refusing(new Setting(regex("^(-p|--root|--initdb)(=.*)?$"), ELSEWHERE))
          .writingOnlyCaches()
          .build();

  /** dnf 4 and 5. */
  static final PackageManager DNF =
      rpm("dnf")
          .runAs(regex("dnf([345]|-[34])?"))
          .documentedIn("dnf(8); dnf.conf(5) (cachedir, keepcache); dnf5-caching(7)")
          .cachingIn(CacheDirectory.locked("/var/cache/dnf"), CacheDirectory.locked("/var/cache/libdnf5"))
          .emptiedByRemoving("/var/cache/dnf", "/var/cache/libdnf5")
          .build();

  /** yum, which is dnf under another name from Enterprise Linux 8 on. */
  static final PackageManager YUM =
      rpm("yum")
          .documentedIn("yum(8); yum.conf(5) (cachedir, keepcache); dnf.conf(5)")
          .cachingIn(CacheDirectory.locked("/var/cache/yum"), CacheDirectory.locked("/var/cache/dnf"))
          .emptiedByRemoving("/var/cache/yum", "/var/cache/dnf")
          .build();

  /** microdnf, whose {@code clean all} may remove the directory itself. */
  static final PackageManager MICRODNF =
      rpm("microdnf")
          .documentedIn("microdnf(8); dnf.conf(5)")
          .removedWith("clean")
          .cachingIn(CacheDirectory.locked("/var/cache/yum"))
          .emptiedByRemoving("/var/cache/yum")
          .build();

  private static PackageManagerDescription rpm(String name) {
    return PackageManager.named(name)
        .downloadingWith(
            "install", "localinstall", "reinstall", "update", "upgrade", "update-minimal", "upgrade-minimal",
            "distro-sync", "downgrade", "swap", "builddep", "groupinstall", "groupupdate", "group install",
            "group update", "groups install", "module install")
        .installing(RPM_PACKAGE, "install", "localinstall", "reinstall")
        .refreshingWith("makecache", "check-update")
        .emptiedWith("clean")
        .takingValues(
            "--setopt", "-c", "--config", "--releasever", "--enablerepo", "--disablerepo", "--repo", "--repoid", "-x",
            "--exclude", "--disableplugin", "--enableplugin", "--installroot", "-d", "-e", "-R", "--forcearch")
        .offlineWith("-h", "--help", "--version", "--assumeno")
        .fromCacheOnlyWith("-C", "--cacheonly")
        .keepingPackagesOnlyWith(regex(KEEPCACHE), NOT_KEPT)
        .configuredBy(regex("\\b(system_)?cachedir\\s*=", "cachedir"))
        .refusing(new Setting(regex("^--installroot\\b"), ELSEWHERE), new Setting(regex("^--downloadonly$"), WANTED))
        .writingOnlyCaches();
  }

  /** zypper, which fetches metadata that are missing or old by itself. */
  static final PackageManager ZYPPER =
      PackageManager.named("zypper")
          .documentedIn("zypper(8) (clean, refresh, --keep-packages, --pkg-cache-dir)")
          .runAs("zypper")
          .downloadingWith(
              "install", "in", "update", "up", "patch", "dist-upgrade", "dup", "source-install", "si", "verify", "ve",
              "install-new-recommends", "inr")
          .installing(SUSE_PACKAGE, "install", "in")
          .takingValuesToInstall("-t", "--type", "-r", "--repo", "--from")
          .refreshingWith("refresh", "ref")
          .emptiedWith("clean", "cc")
          .takingValues(
              "-R", "--root", "--installroot", "--reposd-dir", "-C", "--cache-dir", "--raw-cache-dir",
              "--solv-cache-dir", "--pkg-cache-dir", "-c", "--config", "-p", "--plus-repo", "--userdata")
          .offlineWith("-h", "--help", "-V", "--version", "-D", "--dry-run")
          .fromCacheOnlyWith("--no-refresh", "--no-remote")
          .cachingIn(CacheDirectory.locked("/var/cache/zypp"))
          .emptiedByRemoving("/var/cache/zypp")
          .keepingPackagesOnlyWith(
              regex("keeppackages\\s*=\\s*1|--keep-packages"),
              "packages are deleted once they are installed, so that only the repositories' metadata are reused;"
                  + " zypper modifyrepo --keep-packages --all keeps them")
          .configuredBy(regex("\\b(cache|metadata|solvfiles|packages)dir\\s*=", "dir"))
          .refusing(
              new Setting(regex("^(-R|--root|--installroot)(=.*)?$"), ELSEWHERE),
              new Setting(regex("^(-C|--(raw-|solv-|pkg-)?cache-dir)(=.*)?$"), "its directories are moved by an option"),
              new Setting(regex("^(-d|--download-only)$"), WANTED))
          .writingOnlyCaches()
          .build();
}
