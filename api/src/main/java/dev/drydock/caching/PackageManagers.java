package dev.drydock.caching;

import dev.drydock.given.Given;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The package managers that Drydock knows, each from its own documentation, which it names. */
public final class PackageManagers {

  private PackageManagers() {}

  /** apt, apt-get, aptitude and apt-fast. */
  public static final PackageManager APT = SystemManagers.APT;

  /** pip. */
  public static final PackageManager PIP = PythonManagers.PIP;

  /** uv and uvx. */
  public static final PackageManager UV = PythonManagers.UV;

  /** Poetry. */
  public static final PackageManager POETRY = PythonManagers.POETRY;

  /** Pipenv. */
  public static final PackageManager PIPENV = PythonManagers.PIPENV;

  /** conda, mamba and micromamba. */
  public static final PackageManager CONDA = PythonManagers.CONDA;

  /** Alpine's apk. */
  public static final PackageManager APK = SystemManagers.APK;

  /** dnf 4 and 5. */
  public static final PackageManager DNF = SystemManagers.DNF;

  /** yum. */
  public static final PackageManager YUM = SystemManagers.YUM;

  /** microdnf. */
  public static final PackageManager MICRODNF = SystemManagers.MICRODNF;

  /** zypper. */
  public static final PackageManager ZYPPER = SystemManagers.ZYPPER;

  /** npm and npx. */
  public static final PackageManager NPM = JavaScriptManagers.NPM;

  /** Yarn 1. */
  public static final PackageManager YARN = JavaScriptManagers.YARN;

  /** pnpm and pnpx. */
  public static final PackageManager PNPM = JavaScriptManagers.PNPM;

  /** Bun's package manager, and bunx. */
  public static final PackageManager BUN = JavaScriptManagers.BUN;

  /** Go's modules and its build cache. */
  public static final PackageManager GO = LanguageManagers.GO;

  /** Cargo. */
  public static final PackageManager CARGO = LanguageManagers.CARGO;

  /** Maven, also by its wrapper. */
  public static final PackageManager MAVEN = JvmManagers.MAVEN;

  /** Gradle, also by its wrapper. */
  public static final PackageManager GRADLE = JvmManagers.GRADLE;

  /** Bundler and RubyGems. */
  public static final PackageManager BUNDLER = LanguageManagers.BUNDLER;

  /** Composer. */
  public static final PackageManager COMPOSER = LanguageManagers.COMPOSER;

  /** NuGet, by dotnet or itself. */
  public static final PackageManager NUGET = LanguageManagers.NUGET;

  /** All of them, in the order in which their mounts are laid out. */
  public static final Vector<PackageManager> ALL =
      Vector.of(
          APT, PIP, UV, POETRY, PIPENV, CONDA, APK, DNF, YUM, MICRODNF, ZYPPER, NPM, YARN, PNPM, BUN, GO, CARGO, MAVEN, GRADLE,
          BUNDLER, COMPOSER, NUGET);

  /** The one of this name. */
  public static Option<PackageManager> named(String name) {
    Given.notNull(name, "name");
    return ALL.find(manager -> manager.name().equals(name));
  }
}
