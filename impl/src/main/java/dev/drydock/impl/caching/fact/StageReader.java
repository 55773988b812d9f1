package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.BindMount;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.Paths;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An instruction that takes files from another stage: {@code COPY --from}, or a RUN with a mount {@code from=}.
 *
 * @param by the instruction
 * @param from the stage or image, as written
 * @param source what it takes, as a pattern: absolute, clean, a star where a variable is not known
 */
public record StageReader(Instruction by, String from, String source) {

  private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^}]*\\}|\\w+)");

  /** Those of a file: each COPY in order, then each mount. */
  static Vector<StageReader> of(Dockerfile dockerfile, Vector<FileCopy<?>> copies, Vector<RunFacts> runs) {
    List<StageReader> found = new ArrayList<>();
    copies.forEach(any -> {
      if (any instanceof Copy copy && copy.from().isDefined()) {
        Scope scope = dockerfile.scope(copy);
        copy.sources().forEach(source -> found.add(of(copy, copy.from().get(), expanded(scope, source))));
      }
    });
    for (RunFacts run : runs) {
      if (run.run().mountFlags().nonEmpty()) {
        run.run().mounts().forEach(mount -> add(run, mount, found));
      }
    }
    return Vector.ofAll(found);
  }

  private static void add(RunFacts run, Mount mount, List<StageReader> found) {
    if (mount instanceof BindMount bind && bind.from().isDefined()) {
      found.add(of(run.run(), bind.from().get(), bind.source().getOrElse("/")));
    } else if (mount instanceof CacheMount cache && cache.from().isDefined()) {
      found.add(of(run.run(), cache.from().get(), cache.source().getOrElse("/")));
    }
  }

  private static StageReader of(Instruction by, String from, String source) {
    return new StageReader(by, from, Paths.clean(source.startsWith("/") ? source : "/" + source));
  }

  /** A source as far as it is known; where it is not, what stands before its first variable, as a pattern. */
  private static String expanded(Scope scope, String source) {
    return scope.expand(source).getOrElse(() -> VARIABLE.matcher(source).replaceAll("*"));
  }

  /** Whether it takes the directory, something in it or what holds it; the whole of a stage does not count. */
  boolean takes(String directory) {
    return !source.equals("/") && Paths.matchInCopy(source, directory) != Paths.Match.NONE;
  }
}
