package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.AptArchives;
import io.vavr.control.Option;

/** The whole of {@code /var/lib/apt} is mounted where a RUN acts on apt's marks, which lie in there (hazard 3). */
public final class Marks implements MountFault {

  private static final String WITH_MARKS = Paths.parent(ImageDirectories.APT_LISTS);

  @Override
  public String rule() {
    return "repair-cache-mounts/*/marks";
  }

  @Override
  public Option<String> of(StandingMount standing) {
    return standing.path().contains(WITH_MARKS) && AptArchives.usesMarks(standing.file(), standing.run())
        ? Option.some(
            "a RUN of the lineage uses apt's marks of automatically installed packages; in the mount they are those of all"
                + " services, and the image has none")
        : Option.none();
  }
}
