package dev.drydock.cli.format;

import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Run;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.SharedCache;
import dev.drydock.transform.Rewrite;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The caches that the files mount after the rewrite, as the {@code cache-map} of buildkit-cache-dance: for each a directory
 * of the runner, and the mount. A cache whose id holds a variable is left out: its name is known in the build alone.
 *
 * <p>Source: {@code src/opts.ts} of reproducible-containers/buildkit-cache-dance.
 */
final class CachesFormat implements Format {

  private final OutputStream out;
  private final Map<String, CacheMount> byId = new LinkedHashMap<>();

  CachesFormat(OutputStream out) {
    this.out = out;
  }

  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {
    rewrite.after().all(Run.class)
        .flatMap(Run::mounts)
        .filter(CacheMount.class::isInstance)
        .map(CacheMount.class::cast)
        .forEach(mount -> SharedCache.idOf(mount).filter(id -> !id.contains("$")).forEach(id -> byId.putIfAbsent(id, mount)));
  }

  @Override
  public void end() {
    try (JsonGenerator json = Json.to(out)) {
      json.writeStartObject();
      Map<String, CacheMount> byDirectory = new LinkedHashMap<>();
      byId.forEach((id, mount) -> byDirectory.put(directory(id, byDirectory.keySet()), mount));
      byDirectory.forEach((directory, mount) -> {
        json.writeObjectPropertyStart(directory);
        mount.id().forEach(id -> json.writeStringProperty("id", id));
        mount.target().forEach(target -> json.writeStringProperty("target", target));
        mount.uid().forEach(uid -> json.writeStringProperty("uid", uid));
        mount.gid().forEach(gid -> json.writeStringProperty("gid", gid));
        json.writeEndObject();
      });
      json.writeEndObject();
    }
  }

  /** A directory of its own: {@code var-cache-apt}. */
  private static String directory(String id, Collection<String> taken) {
    String name = id.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
