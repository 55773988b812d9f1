package dev.drydock.cli.format;

import dev.drydock.caching.Distribution;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.dockerfile.Run;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.SharedCache;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which caches a file mounts after the rewrite, and what its last stage is built on.
 *
 * @param anchor the id of its article on the page
 * @param caches by what BuildKit knows them by, in the order of their names
 * @param base the distribution, or the image where its distribution is not known; empty where no RUN mounts a cache
 */
record FileCaches(FleetFile file, String anchor, List<String> caches, String base) {

  FileCaches {
    caches = List.copyOf(caches);
  }

  static FileCaches of(FleetFile file, String anchor, Dockerfile after) {
    Set<String> caches = new TreeSet<>();
    for (Run run : after.all(Run.class)) {
      run.mounts()
          .filter(CacheMount.class::isInstance)
          .map(CacheMount.class::cast)
          .forEach(mount -> SharedCache.idOf(mount).forEach(caches::add));
    }
    String base = caches.isEmpty() ? "" : after.stages().lastOption().map(stage -> base(stage.rootImage())).getOrElse("");
    return new FileCaches(file, anchor, List.copyOf(caches), base);
  }

  private static String base(ImageReference image) {
    String name = image.hasVariables() ? "an image by a variable" : image.repository();
    return Distribution.of(image).map(Distribution::toString).getOrElse(name);
  }

  /** What a person calls it: the folder of a {@code Dockerfile}, or what else there is in its name. */
  String service() {
    String name = String.valueOf(file.path().getFileName());
    String own = name.replaceFirst("(?i)^(Docker|Container)file[._-]?|[._-](Docker|Container)file$", "");
    Path folder = file.path().toAbsolutePath().normalize().getParent();
    Path parent = folder == null ? null : folder.getFileName();
    return !own.isEmpty() ? own : parent == null ? name : parent.toString();
  }
}
