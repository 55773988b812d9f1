package dev.drydock.impl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.read.OwnFiles;
import dev.drydock.caching.CacheIds;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.transform.Transform;
import dev.drydock.caching.Transforms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every Dockerfile that was written for the tests is rewritten safely, also for every tool and with ids. */
class OwnFilesSafetyTest extends SafetyOfFiles {

  @Override
  Map<String, Dockerfile> dockerfiles() throws IOException {
    Map<String, Dockerfile> files = new TreeMap<>();
    OwnFiles.all().forEach((name, bytes) -> files.put(name, Dockerfile.decode(bytes)));
    return files;
  }

  @Test
  void mountsOfEveryToolBreakNoRule(@TempDir Path folder) throws IOException, InterruptedException {
    PackageManager[] all = PackageManagers.ALL.toJavaArray(PackageManager[]::new);
    Transform transform = Transform.sequence(Transforms.mountCache(all), Transforms.dropCacheDefeaters(all));
    Collection<Rewritten> files = rewritten(transform).values();
    assertThat(files.stream().flatMap(file -> Rules.brokenByAnyTool(file).stream().map(rule -> file.file + " " + rule)))
        .isEmpty();
    assertThat(dangling(files)).isEmpty();
    assertThat(refusedByBash(files, folder)).isEmpty();
  }

  @Test
  void mountsWithIdsBreakNoRule() throws IOException {
    CacheIds ids = CacheIds.byRelease().and(CacheIds.byPlatform());
    Transform transform =
        Transforms.pythonCaching(
            PackageManagers.APT.withIds(ids), PackageManagers.PIP.withIds(ids), PackageManagers.UV.withIds(ids));
    assertThat(rewritten(transform).values())
        .flatExtracting(file -> Rules.broken(file).stream().map(rule -> file.file + " " + rule).toList())
        .isEmpty();
  }

  /** The checks above say nothing of files that nobody changes. */
  @Test
  void mostOfThemAreMounted() throws IOException {
    List<Rewritten> changed =
        rewritten(Transforms.pythonCaching()).values().stream().filter(file -> file.rewrite.changed()).toList();
    assertThat(changed).hasSizeGreaterThan(20);
  }
}
