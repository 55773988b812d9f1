package dev.drydock.transform;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;

/** Drydock's rules, in the order of {@code docs/rules/README.md}. */
final class RuleCatalogue {

  static final Vector<Rule> ALL =
      Vector.of(
          rule("file/refused", "The file cannot be built as it is, so nothing in it is touched."),
          rule("add-syntax/added", "`# syntax=docker/dockerfile:1` is the first line now."),
          rule(
              "add-syntax/raised",
              "The syntax directive named a frontend from before cache mounts, and names `docker/dockerfile:1` now."),
          rule("add-syntax/unknown", "What the chosen frontend can do cannot be told from its name, so it stays."),
          rule("keep-apt-cache/added", "A RUN was added that makes apt keep the archives it downloads."),
          rule(
              "keep-apt-cache/present",
              "The file says already what apt does with its archives, so nothing was added."),
          rule("keep-apt-cache/not-root", "apt is called by another user than root here, who cannot configure it."),
          rule(
              "keep-apt-cache/conditional",
              "apt runs only under a condition, so the image may have no apt to configure."),
          rule(
              "keep-apt-cache/needed",
              "`docker-clean` stays, because a later step removes or reads it and may fail where it is missing."),
          rule(
              "keep-apt-cache/unmounted",
              "apt goes on deleting its archives, because a RUN of the lineage uses apt, or may, and does not "
                  + "get the mount."),
          rule(
              "keep-apt-cache/grows-layer",
              "apt keeps its archives now, and this RUN has no mount for them, so they stay in its layer."),
          rule("mount-cache/*/mounted", "The RUN downloads with this tool, and its cache is mounted now."),
          rule(
              "mount-cache/*/narrowed",
              "Only `/var/lib/apt/lists` is mounted and not the whole of `/var/lib/apt`, because the file "
                  + "uses apt's marks."),
          rule(
              "mount-cache/*/lists",
              "apt's lists are not mounted here, because a RUN needs lists that a mount would not hold."),
          rule(
              "mount-cache/*/foreign-repository",
              "apt's lists are not mounted, because they would hold those of a repository that is not the "
                  + "distribution's own."),
          rule(
              "mount-cache/*/cleanup-hook",
              "apt would delete its archives from the mount, so `/var/cache/apt` is not mounted."),
          rule("mount-cache/*/inert", "A cache is mounted, but something keeps it from being used or empties it."),
          rule("mount-cache/*/already-mounted", "A cache is mounted there already, so none was added."),
          rule("mount-cache/*/no-download", "The tool is called but downloads nothing, so there is nothing to cache."),
          rule(
              "mount-cache/*/frontend",
              "The frontend that reads the file does not know cache mounts, or it cannot be told whether it does."),
          rule("mount-cache/*/windows", "The image is a Windows image, which has other paths and another shell."),
          rule(
              "mount-cache/*/shell",
              "`SHELL` sets an interpreter that is not a POSIX shell, so the RUN was not read."),
          rule(
              "mount-cache/*/concealed",
              "The call is held by a variable, by a script that the file writes, or by a program in another language."),
          rule(
              "mount-cache/*/interpreter",
              "The RUN is a heredoc for another interpreter than a shell, so it was not read."),
          rule(
              "mount-cache/*/unread",
              "The shell text was not understood, so the RUN is left byte for byte as it was."),
          rule(
              "mount-cache/*/argument",
              "The id of a cache mount names an argument of the platform, so the stage declares it now."),
          rule(
              "mount-cache/*/id",
              "The id that was chosen for the cache names a variable that would not tell caches apart here, "
                  + "so nothing is mounted."),
          rule("mount-cache/*/user", "The RUN runs as a user whose cache or whose numeric ids are not known."),
          rule(
              "mount-cache/*/parents",
              "A mount in the home directory of a user other than root needs its directories made first: a "
                  + "step was added, or where that cannot be, nothing was mounted."),
          rule(
              "mount-cache/*/removes-mount-point",
              "The RUN removes the directory that would be the mount point, or what holds it, and that fails."),
          rule("mount-cache/*/refused-setting", "A setting is in force under which a mount would do harm."),
          rule(
              "mount-cache/*/relocated",
              "Where the cache lies is not the same for every build, or not known, so it was not mounted."),
          rule("mount-cache/*/occupied", "Another mount is there already, or one of the RUN's mounts cannot be read."),
          rule(
              "mount-cache/*/content",
              "Files at the mount point are used in the RUN or were put there before, and a mount would hide "
                  + "them or mix them with those of other services."),
          rule(
              "mount-cache/*/reader",
              "A later step or stage takes files from the cache directory, which would lie in the mount and "
                  + "not in the image."),
          rule("mount-cache/*/run-time", "The container uses the cache when it runs, so it must stay in the image."),
          rule(
              "mount-cache/*/build-settings",
              "Something may decide what is built from source, but not under which name that is cached: what "
                  + "pip builds is kept out of its cache, and the other tools are not mounted."),
          rule(
              "drop-cache-defeaters/*/dropped",
              "What kept the mounted cache from being used, or emptied it, was taken out."),
          rule(
              "drop-cache-defeaters/*/stuck",
              "Something would defeat the mounted cache and cannot be taken out from where it stands."),
          rule(
              "drop-cache-defeaters/*/user-unknown",
              "The base image's user is not known, so it is not known either whether a mount would be the "
                  + "cache that is used."),
          rule(
              "drop-cache-defeaters/*/home-unknown",
              "Root runs the command, but where HOME is on the base image is not known."),
          rule(
              "drop-cache-defeaters/*/environment",
              "A variable or a configuration switches the cache off, so no mount comes."),
          rule(
              "drop-cache-defeating-env/*/dropped",
              "A variable that switched the cache off was taken out of ENV or ARG."),
          rule("drop-cache-defeating-env/*/kept", "A variable that switches the cache off was left where it is."),
          rule(
              "repair-cache-mounts/*/sharing",
              "Builds could use the mount at the same time, which the tool does not allow for; now one waits for "
                  + "the other."),
          rule(
              "repair-cache-mounts/*/unexpanded-home",
              "The target of a mount says `~` or `$HOME`, which BuildKit does not take for the home directory."),
          rule("repair-cache-mounts/*/owner", "The mount is root's, and the RUN runs as another user."),
          rule("repair-cache-mounts/*/target", "The mount is not where the tool keeps its cache in this RUN."),
          rule(
              "repair-cache-mounts/*/marks",
              "The whole of `/var/lib/apt` is mounted, although the file uses apt's marks, which lie in there."),
          rule("repair-cache-mounts/*/mixed-distributions", "Stages on different distributions share one cache."),
          rule(
              "repair-cache-mounts/*/missing-id",
              "The mount has no id, and the policy for ids that was chosen gives it one."),
          rule("uv-link-mode-copy/assigned", "uv is told to copy from its mounted cache, since it cannot link."),
          rule("uv-link-mode-copy/kept", "uv warns as before, because the variable cannot be put before it."),
          rule("strip-cache-mounts/stripped", "The cache mounts of the RUN were taken out."),
          rule("strip-cache-mounts/needed", "A cache mount was left in, because the RUN may need it."),
          rule(
              "edit/cannot-stand",
              "An edit was not made, because BuildKit would read something else where it stands."),
          rule("edit/conflict", "An edit was not made, because another one changes the same part of the construct."),
          rule("edit/misplaced", "An edit was not made, because it names no construct of the file."),
          rule("edit/together", "A chosen change was not made, because it hangs together with one that was refused."),
          rule("transform/failed", "A function of a transform threw or gave `null`, so it did nothing there."),
          rule("file/beyond-budget", "The file is larger than the caller allows, so nothing in it is touched."),
          rule("until-stable/restless", "A transform did not come to rest, so the file is left as it was."),
          rule(
              "cache-id/mixed-distributions",
              "Files that are looked at together share a cache, but are built on different distributions."),
          rule("ignore/unused", "A comment asks to ignore something, and there is nothing to ignore."),
          rule("ignore/no-rule", "A comment asks to ignore a rule that there is not."));

  private static final List<RuleId> IDS = ALL.map(Rule::id).map(RuleId::of).asJava();

  private RuleCatalogue() {}

  /** The rule of an id as it stands in a note. */
  static Option<Rule> find(RuleId id) {
    for (int i = 0; i < IDS.size(); i++) {
      if (IDS.get(i).covers(id)) {
        return Option.some(ALL.get(i));
      }
    }
    return Option.none();
  }

  private static Rule rule(String id, String title) {
    return new Rule(id, title);
  }
}
