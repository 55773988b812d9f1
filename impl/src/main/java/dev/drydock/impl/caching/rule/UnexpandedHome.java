package dev.drydock.impl.caching.rule;

import io.vavr.control.Option;
import java.util.regex.Pattern;

/** The target begins with what a shell would take for the home directory, and BuildKit does not (moby/buildkit#2406). */
public final class UnexpandedHome implements MountFault {

  private static final Pattern HOME = Pattern.compile("\\$(HOME\\b|\\{HOME\\})");

  @Override
  public String rule() {
    return "repair-cache-mounts/*/unexpanded-home";
  }

  @Override
  public Option<String> of(StandingMount standing) {
    String target = standing.mount().target().getOrElse("");
    if (target.startsWith("~")) {
      return Option.some("BuildKit takes ~ for the name of a folder, so the mount is not in the home directory");
    }
    return HOME.matcher(target).find() && !standing.run().scope().variables().containsKey("HOME")
        ? Option.some(
            "no ARG or ENV of the stage sets HOME, so BuildKit puts nothing in its place, and the mount is not in the home"
                + " directory")
        : Option.none();
  }
}
