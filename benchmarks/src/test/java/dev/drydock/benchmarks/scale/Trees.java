package dev.drydock.benchmarks.scale;

import com.sun.management.OperatingSystemMXBean;
import dev.drydock.benchmarks.RealDockerfiles;
import dev.drydock.caching.Transforms;
import dev.drydock.fleet.CacheUses;
import dev.drydock.fleet.Fleet;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.FleetVisitor;
import dev.drydock.fleet.LeftAloneCount;
import dev.drydock.fleet.PackageRequests;
import dev.drydock.laws.generator.DockerfileArbitraries;
import dev.drydock.transform.Rewrite;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Trees of many Dockerfiles, refitted on all cores, with all that the command's summary counts. */
final class Trees {

  static final String HEAD =
      """

      ## Many files

      On all cores, with all that the command's summary counts, in a heap of %,d MB.

      | files | MB | seconds | seconds of CPU | files a second | files changed | most of the heap in use, MB |
      |--:|--:|--:|--:|--:|--:|--:|
      """;

  private static final long SEED = 20_260_101;
  private static final int DISTINCT = 2_000;
  private static final int OF_A_DIRECTORY = 100;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path folder;
  private final List<byte[]> texts = texts();

  /** Trees below this folder, which is empty. */
  Trees(Path folder) {
    this.folder = folder;
  }

  /** Lays out a tree of this many files, refits it, and gives a row of the table. */
  String visit(int files) throws IOException {
    Path tree = folder.resolve(String.valueOf(files));
    long bytes = layOut(tree, files);
    Summary summary = new Summary();
    long began = System.nanoTime();
    long cpuBefore = SYSTEM.getProcessCpuTime();
    Fleet.under(tree).forced().refit(Transforms.pythonCaching()).visit(summary);
    double cpu = (SYSTEM.getProcessCpuTime() - cpuBefore) / 1e9;
    double seconds = (System.nanoTime() - began) / 1e9;
    return String.format(
        Locale.ROOT, "| %,d | %.1f | %.2f | %.2f | %,.0f | %,d | %,d |\n",
        summary.files, bytes / 1e6, seconds, cpu, summary.files / seconds, summary.changed, summary.mostUsed >> 20);
  }

  /** The corpus where it is named, else generated files, as often as it takes. */
  private static List<byte[]> texts() {
    return RealDockerfiles.named()
        ? List.copyOf(RealDockerfiles.read().values())
        : DockerfileArbitraries.sample(DISTINCT, SEED).stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private long layOut(Path tree, int files) throws IOException {
    long bytes = 0;
    for (int i = 0; i < files; i++) {
      Path directory = Files.createDirectories(tree.resolve("d" + i / OF_A_DIRECTORY));
      byte[] text = texts.get(i % texts.size());
      Files.write(directory.resolve("service" + i % OF_A_DIRECTORY + ".Dockerfile"), text);
      bytes += text.length;
    }
    return bytes;
  }

  /** Deletes all trees. */
  void delete() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What the command's summary counts. */
  private static final class Summary implements FleetVisitor {

    private final CacheUses caches = new CacheUses();
    private final PackageRequests packages = new PackageRequests();
    private final LeftAloneCount leftAlone = new LeftAloneCount();
    private int files;
    private int changed;
    private long mostUsed;

    @Override
    public void prepare(FleetFile file, Rewrite rewrite) {
      packages.prepare(file, rewrite);
    }

    @Override
    public void rewrite(FleetFile file, Rewrite rewrite) {
      files++;
      changed += rewrite.changed() ? 1 : 0;
      caches.add(file, rewrite);
      leftAlone.rewrite(file, rewrite);
      mostUsed = Math.max(mostUsed, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
  }
}
