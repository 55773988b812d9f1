package dev.drydock.impl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds mounts for every known package manager, in every real file, to the rules that are about no tool. */
class EveryToolSafetyTest {

  private static final Map<String, Rewritten> FILES = new TreeMap<>();

  @BeforeAll
  static void rewriteEveryFile() throws IOException {
    PackageManager[] all = PackageManagers.ALL.toJavaArray(PackageManager[]::new);
    Transform transform = Transform.sequence(Transforms.mountCache(all), Transforms.dropCacheDefeaters(all));
    RealFiles.dockerfiles()
        .forEach((name, dockerfile) -> FILES.put(name, new Rewritten(name, transform.apply(dockerfile))));
    assertThat(FILES).hasSizeGreaterThan(1000);
  }

  @Test
  void noOutputBreaksARule() {
    List<String> broken = new ArrayList<>();
    FILES.forEach((name, file) -> Rules.brokenByAnyTool(file).forEach(rule -> broken.add(name + " " + rule)));
    assertThat(broken).isEmpty();
  }

  @Test
  void nothingDangles() {
    assertThat(SafetyTest.dangling(FILES.values())).isEmpty();
  }

  @Test
  void bashReadsEveryRunThatItReadBefore(@TempDir Path folder) throws IOException, InterruptedException {
    assertThat(SafetyTest.refusedByBash(FILES.values(), folder)).isEmpty();
  }
}
