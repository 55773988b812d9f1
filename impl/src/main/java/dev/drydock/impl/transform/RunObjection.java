package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What stands against mounting anything in a RUN, before any directory is looked at (hazards 9, 10 and 13). */
final class RunObjection {

  private RunObjection() {}

  /** The name is there, but no call of it was seen: why not, unless it is just a word of something else. */
  static Option<Finding> toSilence(Site site, PackageManager manager) {
    if (!Site.isPosix(site.scope)) {
      return Option.some(
          Finding.kept(
              Rule.SHELL, manager.name(), "SHELL sets " + site.scope.shell().head() + ", which is not a POSIX shell"));
    }
    if (site.script.isEmpty()) {
      return Option.some(
          Finding.kept(Rule.INTERPRETER, manager.name(), "the heredoc is a script of another interpreter than sh"));
    }
    if (!site.script.get().complete()) {
      return Option.some(unread(site));
    }
    return site.passedTo(manager)
        .map(
            command ->
                Finding.kept(
                    Rule.UNREAD,
                    MountPlan.firstLine(command),
                    manager.name() + " is among its words, and whether it runs that is not known"));
  }

  private static Finding unread(Site site) {
    return Finding.kept(
        Rule.UNREAD,
        site.script.get().unread().head().span().of(site.run.text()).strip().lines().findFirst().orElse(""),
        "the shell text was not understood here: " + site.script.get().unread().head().reason());
  }

  /** What stands against any mount in this RUN. */
  static Option<Finding> toMounts(Site site, Vector<Call> calls, Frontend frontend) {
    Call first = calls.find(Call::downloads).getOrElse(calls.head());
    String subject = MountPlan.firstLine(first.command());
    if (site.run.network().contains("none") && !calls.forAll(call -> call.effect() == Call.Effect.NOTHING)) {
      return Option.some(Finding.kept(Rule.NO_DOWNLOAD, subject, "--network=none: it downloads nothing"));
    }
    if (calls.forAll(call -> !call.downloads())) {
      return Option.some(
          calls.exists(Call::refreshes)
              ? Finding.kept(
                  Rule.LISTS,
                  subject,
                  "it only fetches lists, which a later RUN may install with: in a mount they could be gone by then."
                      + " Join it with the install to have them cached")
              : Finding.kept(Rule.NO_DOWNLOAD, subject, "it downloads no packages"));
    }
    if (!site.script.get().complete()) {
      return Option.some(unread(site));
    }
    if (AptLists.isApt(first.manager()) && BaseImages.hasAnotherApt(site.stage)) {
      return Option.some(
          Finding.kept(Rule.REFUSED_SETTING, site.stage.rootImage().text(), "the apt of this image is not Debian's"));
    }
    if (BaseImages.isWindows(site.stage)) {
      return Option.some(Finding.kept(Rule.WINDOWS, subject, "the image is a Windows image"));
    }
    if (frontend == Frontend.TOO_OLD || frontend == Frontend.UNKNOWN) {
      return Option.some(
          Finding.kept(
              Rule.FRONTEND,
              subject,
              frontend == Frontend.TOO_OLD
                  ? "the frontend of the syntax directive is from before cache mounts (1.2); addSyntax() raises it"
                  : "whether the frontend of the syntax directive knows cache mounts cannot be told"));
    }
    if (site.run.mounts().size() < site.run.mountFlags().size()) {
      return Option.some(
          Finding.kept(Rule.OCCUPIED, subject, "one of its mounts cannot be read"));
    }
    if (calls.exists(Call::publishes)) {
      return Option.some(
          Finding.kept(
              Rule.CONTENT,
              subject,
              "it puts artifacts of its own into the cache, which a later step may take from there and other"
                  + " services must never see"));
    }
    return Settings.objection(site, calls);
  }
}
