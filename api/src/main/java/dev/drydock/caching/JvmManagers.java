package dev.drydock.caching;

import static dev.drydock.caching.TextPattern.regex;

import dev.drydock.caching.PackageManager.Setting;

/** The package managers of the Java virtual machine. */
final class JvmManagers {

  private JvmManagers() {}

  /**
   * Goals stand in any order, so that any call downloads. What {@code install} puts into the local repository is the
   * project's own; it must stay in the image, and no other service may see it. Nothing keeps two Mavens of different
   * containers apart.
   */
  static final PackageManager MAVEN =
      PackageManager.named("maven")
          .documentedIn(
              "Maven: Settings Reference (localRepository); Introduction to the Build Lifecycle; Apache Maven Dependency"
                  + " Plugin (go-offline)")
          .runAs("mvn", "mvnw")
          .downloadingWith("*")
          .publishingWith(regex("install|deploy|([\\w.-]+:)*(maven-)?(install|deploy)(-plugin)?(:.*)?"))
          .takingValues("-f", "--file", "-s", "--settings", "-gs", "--global-settings", "-pl", "--projects", "-P", "-rf", "-T")
          .offlineWith("-h", "--help", "-v", "--version")
          .fromCacheOnlyWith("-o", "--offline")
          .usingCacheInPlace()
          .cachingIn(CacheDirectory.locked("~/.m2/repository").movedByOption("-Dmaven.repo.local"))
          .configuredBy(regex("localRepository|MAVEN_(OPTS|ARGS).*maven\\.repo\\.local|maven\\.repo\\.local.*\\.mvn/", "localRepository", "maven.repo.local"))
          .refusing(
              new Setting(
                  regex("(^|:)purge-local-repository$"), "it deletes from the local repository, which would be that of every service"))
          .neededAtRunTimeBy(regex("\\bmvnw?\\b"))
          .build();

  /** Gradle's locks do not reach from one container into another. */
  static final PackageManager GRADLE =
      PackageManager.named("gradle")
          .documentedIn("Gradle User Manual: The Directories and Files Gradle Uses; Dependency Caching; Command-Line Interface")
          .runAs("gradle", "gradlew")
          .downloadingWith("*")
          .takingValues("-p", "--project-dir", "-b", "-I", "--init-script", "-g", "--gradle-user-home", "-x", "--console")
          .offlineWith("-h", "--help", "-?", "-v", "--version", "--stop", "--status")
          .fromCacheOnlyWith("--offline")
          .usingCacheInPlace()
          .cachingIn(below("caches"), below("wrapper"))
          .configuredBy(regex("\\bgradle\\.user\\.home\\b", "gradle.user.home"))
          .neededAtRunTimeBy(regex("\\bgradlew?\\b"))
          .build();

  private static CacheDirectory below(String directory) {
    return CacheDirectory.locked("~/.gradle/" + directory)
        .movedBelow("-g", directory)
        .movedBelow("--gradle-user-home", directory)
        .movedBelow("GRADLE_USER_HOME", directory);
  }
}
