package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;

/** The rules that notes name. Each has a page in {@code docs/rules/}; {@code *} is a package manager's name. */
public enum Rule {
  FILE_REFUSED("file/refused"),

  SYNTAX_ADDED("add-syntax/added"),
  SYNTAX_RAISED("add-syntax/raised"),
  SYNTAX_UNKNOWN("add-syntax/unknown"),

  KEEP_ADDED("keep-apt-cache/added"),
  KEEP_PRESENT("keep-apt-cache/present"),
  KEEP_NOT_ROOT("keep-apt-cache/not-root"),
  KEEP_CONDITIONAL("keep-apt-cache/conditional"),
  KEEP_UNMOUNTED("keep-apt-cache/unmounted"),
  KEEP_GROWS_LAYER("keep-apt-cache/grows-layer"),

  MOUNTED("mount-cache/*/mounted"),
  NARROWED("mount-cache/*/narrowed"),
  LISTS("mount-cache/*/lists"),
  INERT("mount-cache/*/inert"),
  ALREADY_MOUNTED("mount-cache/*/already-mounted"),
  NO_DOWNLOAD("mount-cache/*/no-download"),
  FRONTEND("mount-cache/*/frontend"),
  WINDOWS("mount-cache/*/windows"),
  SHELL("mount-cache/*/shell"),
  INTERPRETER("mount-cache/*/interpreter"),
  UNREAD("mount-cache/*/unread"),
  ARGUMENT("mount-cache/*/argument"),
  ID("mount-cache/*/id"),
  USER("mount-cache/*/user"),
  PARENTS("mount-cache/*/parents"),
  REMOVES_MOUNT_POINT("mount-cache/*/removes-mount-point"),
  REFUSED_SETTING("mount-cache/*/refused-setting"),
  RELOCATED("mount-cache/*/relocated"),
  OCCUPIED("mount-cache/*/occupied"),
  CONTENT("mount-cache/*/content"),
  READER("mount-cache/*/reader"),
  RUN_TIME("mount-cache/*/run-time"),
  BUILD_SETTINGS("mount-cache/*/build-settings"),

  DROPPED("drop-cache-defeaters/*/dropped"),
  STUCK("drop-cache-defeaters/*/stuck"),
  USER_UNKNOWN("drop-cache-defeaters/*/user-unknown"),
  BY_ENVIRONMENT("drop-cache-defeaters/*/environment"),

  ENV_DROPPED("drop-cache-defeating-env/*/dropped"),
  ENV_KEPT("drop-cache-defeating-env/*/kept"),

  STRIPPED("strip-cache-mounts/stripped"),
  STRIP_NEEDED("strip-cache-mounts/needed");

  private final String pattern;

  Rule(String pattern) {
    this.pattern = pattern;
  }

  /** The id with a star for the package manager: what its page in {@code docs/rules/} is headed with. */
  public String pattern() {
    return pattern;
  }

  String id() {
    return pattern;
  }

  String id(PackageManager manager) {
    return pattern.replace("*", manager.name());
  }
}
