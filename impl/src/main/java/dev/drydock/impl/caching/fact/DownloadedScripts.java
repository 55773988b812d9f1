package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.FileCopy;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.ProgramWorld;
import dev.drydock.shell.ShellScript;
import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.Map;

/**
 * The files that a Dockerfile downloads, by their names: {@code curl -o x.sh}, {@code wget https://example.com/x.sh}, {@code
 * ADD https://example.com/x.sh /}. Whatever a downloader's word may name counts.
 */
public final class DownloadedScripts {

  /** By name, the index of the first instruction that downloads such a file. */
  private final Map<String, Integer> byName = new HashMap<>();

  DownloadedScripts(Vector<FileCopy<?>> copies, Vector<RunFacts> runs, ProgramWorld world) {
    for (RunFacts run : runs.filter(one -> ProgramWorld.DOWNLOADERS.exists(one.text()::contains))) {
      for (Invocation invocation : run.invocations()) {
        if (ProgramWorld.DOWNLOADERS.contains(invocation.name()) && world.ofDownload(invocation).mayCallPackageManagers()) {
          invocation
              .arguments()
              .appendAll(invocation.redirected())
              .flatMap(Argument::value)
              .forEach(word -> byName.merge(Paths.baseName(word), run.index(), Math::min));
        }
      }
    }
    for (FileCopy<?> copy : copies) {
      for (String address : copy.sources().filter(source -> source.contains("://"))) {
        byName.putIfAbsent(Paths.baseName(address), -1);
        byName.putIfAbsent(Paths.baseName(copy.destination()), -1);
      }
    }
  }

  /** Whether a command of a RUN runs, in a shell or by itself, a script that was downloaded before it or in the same RUN. */
  boolean areRunBy(RunFacts run, Invocation invocation) {
    return !byName.isEmpty()
        && mayRun(invocation.name())
        && WrittenTexts.file(invocation).map(Paths::baseName).exists(name -> byName.getOrDefault(name, Integer.MAX_VALUE) <= run.index());
  }

  private static boolean mayRun(String program) {
    return ShellScript.isShell(program) || WrittenTexts.SOURCING.contains(program) || program.endsWith(".sh");
  }
}
