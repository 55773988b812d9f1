package dev.drydock.transform;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The package managers that Drydock knows, each from its own documentation. */
public final class PackageManagers {

  private PackageManagers() {}

  /**
   * apt and apt-get.
   *
   * <p>Sources: apt-get(8), apt-cache(8), apt.conf(5) ({@code Dir::Cache}, {@code Dir::State}); both directories are locked by
   * apt while it runs.
   */
  public static final PackageManager APT =
      PackageManager.named("apt")
          .runAs("apt|apt-get|aptitude")
          .downloadingWith(
              "install", "reinstall", "upgrade", "full-upgrade", "dist-upgrade", "build-dep",
              "satisfy", "safe-upgrade", "dselect-upgrade")
          .refreshingWith("update")
          .alsoRunAs("apt-cache", "policy")
          .consultingWith(
              "download", "source", "changelog", "show", "showsrc", "policy", "madison", "search", "list", "depends",
              "rdepends")
          .neededAtRunTimeBy("^(?!.*\\bupdate\\b).*\\bapt(-get)?\\s+(-\\S+\\s+)*install\\b")
          .emptiedWith("clean", "autoclean", "auto-clean", "distclean", "dist-clean")
          .takingValues(
              "-o", "--option", "-c", "--config-file", "-t", "--target-release", "--default-release", "-a",
              "--host-architecture", "-P", "--build-profiles")
          .offlineWith(
              "-s", "--simulate", "--just-print", "--dry-run", "--recon", "--no-act", "--no-download",
              "--print-uris", "--installed", "-h", "--help", "-v", "--version")
          .cachingIn(CacheDirectory.locked("/var/cache/apt"), CacheDirectory.locked("/var/lib/apt"))
          .emptiedByRemoving("/var/lib/apt/lists", "/var/cache/apt/archives", "/var/cache/apt", "/var/lib/apt")
          .refusing(
              new PackageManager.Refusal(
                  "\\bDir(::(Cache|State)[A-Za-z:]*)?=", "apt's own directories are moved by an option"),
              new PackageManager.Refusal(
                  "^(-d|--download-only)$", "what is downloaded is wanted in the image, not in a mount"))
          .build();

  /**
   * pip.
   *
   * <p>Sources: pip's documentation, "Caching" and "Configuration"; {@code PIP_NO_CACHE_DIR} switches the cache off
   * with any valid value, {@code 0} and {@code false} included (pypa/pip#5735 and its follow-ups).
   */
  public static final PackageManager PIP =
      PackageManager.named("pip")
          .runAs("pip[0-9.]*")
          .runAsModule("pip")
          .downloadingWith("install", "download", "wheel")
          .emptiedWith("cache purge", "cache remove")
          .takingValues(
              "--cache-dir", "--proxy", "--retries", "--timeout", "--exists-action", "--trusted-host", "--cert",
              "--client-cert", "--log", "--python", "--use-feature", "--use-deprecated", "--keyring-provider",
              "--resume-retries")
          .offlineWith("--no-index", "-h", "--help", "-V", "--version")
          .cachingIn(CacheDirectory.shared("~/.cache/pip"))
          .movedBy("PIP_CACHE_DIR")
          .movedByOption("--cache-dir")
          .belowXdgCacheHome("pip")
          .defeatedByOption("--no-cache-dir", "--no-cache")
          .defeatedByAnyValueOf("PIP_NO_CACHE_DIR")
          .buildingFromSource()
          .build();

  /**
   * uv.
   *
   * <p>Sources: uv's documentation, "Caching", "CLI" and "Environment variables". {@code UV_NO_CACHE} is a boolean.
   */
  public static final PackageManager UV =
      PackageManager.named("uv")
          .runAs("uv")
          .runAsModule("uv")
          .alsoRunAs("uvx", "tool run")
          .passingOnWith("run", "tool run")
          .neededAtRunTimeBy(
              "\\buvx\\b|\\buv\\b.*\\btool run\\b|\\buv\\b.*\\brun\\b.*(--script|--with|--isolated)"
                  + "|\\buv\\b.*--offline")
          .downloadingWith(
              "pip install", "pip sync", "pip compile", "sync", "lock", "add", "remove", "run", "build", "venv",
              "tool install", "tool upgrade", "tool run", "python install", "export", "self update")
          .emptiedWith("cache clean", "cache prune", "clean")
          .takingValues(
              "--cache-dir", "--directory", "--project", "--config-file", "--color", "--python-preference",
              "--allow-insecure-host")
          .offlineWith("--offline", "-h", "--help", "--dry-run", "-V", "--version")
          .cachingIn(CacheDirectory.shared("~/.cache/uv"))
          .movedBy("UV_CACHE_DIR")
          .movedByOption("--cache-dir")
          .belowXdgCacheHome("uv")
          .defeatedByOption("--no-cache", "--no-cache-dir", "-n")
          .defeatedBySwitch("UV_NO_CACHE")
          .refusing(
              new PackageManager.Refusal(
                  "(UV_LINK_MODE|--link-mode)[= ]symlink",
                  "with link mode symlink the image would point into the mount"))
          .buildingFromSource()
          .build();

  /** All of them, in the order in which their mounts are laid out. */
  public static final Vector<PackageManager> ALL = Vector.of(APT, PIP, UV);

  /** The one of this name. */
  public static Option<PackageManager> named(String name) {
    return ALL.find(manager -> manager.name().equals(name));
  }
}
