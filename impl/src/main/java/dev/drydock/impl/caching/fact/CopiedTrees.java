package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.Paths;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The COPYs and ADDs that put a whole directory over another one, and with it what lies in there, by where they put it. A
 * directory of another stage or image is taken for the same where it has the same name, such as {@code /go/pkg} for
 * {@code /go/pkg}. One of the build context counts where it goes to a directory whose name begins with a dot: {@code .m2}
 * to {@code .m2}, {@code build-cache} to {@code .cache}. Nothing hidden is looked for in it, nor in an archive that ADD
 * unpacks. The root of the image is put over nothing.
 */
final class CopiedTrees {

  private static final Pattern ARCHIVE = Pattern.compile(".*\\.(tgz|txz|tbz2?|tar(\\.(gz|xz|bz2|zst))?)");

  /** Where one of these lands, and whether hidden directories in it count. */
  private record Tree(Instruction by, boolean withHidden) {}

  private final Map<String, Vector<Tree>> byTarget = new HashMap<>();

  CopiedTrees(Dockerfile dockerfile, Vector<FileCopy<?>> copies) {
    for (FileCopy<?> copy : copies) {
      Scope scope = dockerfile.scope(copy);
      for (String target : CopyDestination.of(copy, scope)) {
        boolean fromElsewhere = copy instanceof Copy plain && plain.from().isDefined();
        if (!target.equals("/") && copy.sources().exists(source -> brings(copy, expanded(scope, source), target, fromElsewhere))) {
          byTarget.merge(target, Vector.of(new Tree(copy, fromElsewhere)), Vector::appendAll);
        }
      }
    }
  }

  private static String expanded(Scope scope, String source) {
    return scope.expand(source).getOrElse(source);
  }

  private static boolean brings(FileCopy<?> copy, String source, String target, boolean fromElsewhere) {
    String name = Paths.baseName(target);
    String taken = Paths.baseName(Paths.clean(source.startsWith("/") ? source : "/" + source));
    if (copy instanceof Add) {
      return ARCHIVE.matcher(taken).matches() && !source.contains("://") && !ImageDirectories.isShared(target);
    }
    return (fromElsewhere || name.startsWith("."))
        && (withoutDot(taken).equals(withoutDot(name)) || (name.equals(".cache") && taken.endsWith("cache")));
  }

  private static String withoutDot(String name) {
    return name.startsWith(".") ? name.substring(1) : name;
  }

  /** Those that may bring what is in a directory, put over one that holds it. */
  Vector<Instruction> over(String directory) {
    Vector<Instruction> found = Vector.empty();
    for (String at = directory; at.length() > 1; ) {
      at = Paths.parent(at);
      String above = at;
      found =
          found.appendAll(
              Option.of(byTarget.get(above))
                  .getOrElse(Vector.empty())
                  .filter(tree -> tree.withHidden() || Paths.holdsOpenly(above, directory))
                  .map(Tree::by));
    }
    return found;
  }
}
