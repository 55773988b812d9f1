package dev.drydock.benchmarks.scale;

import dev.drydock.benchmarks.work.Shape;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * The command: what {@code pythonCaching()} costs as one file grows, as each shape grows that is meant to be dear, and as
 * there are more files. Ten times the work should take at most thirteen times the time.
 */
public final class Scale {

  private static final int OF_ONE_FILE = 10_000;
  private static final int OF_A_SHAPE = 20_000;

  private Scale() {}

  /**
   * {@code texts}, the size of the largest file in bytes, and that of the largest of each shape; or {@code trees}, and the
   * most files. Prints that part of the page.
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("texts")) {
      texts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), System.out);
      return;
    }
    Trees trees = new Trees(Files.createTempDirectory("drydock-scale"));
    try {
      trees(Integer.parseInt(arguments[1]), trees, System.out);
    } finally {
      trees.delete();
    }
  }

  /** The part of the page on single files. */
  static void texts(int bytes, int bytesOfShape, Appendable page) throws IOException {
    page.append(head()).append("\n## One file\n\n").append(Growth.HEAD);
    Growth services = new Growth("a service after the other, each on a stage of its own");
    for (long size = OF_ONE_FILE; size <= bytes; size *= 10) {
      String text = Texts.services((int) size);
      services.add(text.length(), Growth.cpu(rewriting(text)));
    }
    page.append(services.rows()).append("\n## Each shape that is meant to be dear\n\n").append(Growth.HEAD);
    for (Shape shape : Shape.values()) {
      Growth growth = new Growth("`" + shape + "`");
      for (long size = OF_A_SHAPE; size <= bytesOfShape; size *= 10) {
        String text = Texts.ofShape(shape, (int) size);
        growth.add(text.length(), Growth.cpu(rewriting(text)));
      }
      page.append(growth.rows());
    }
  }

  /** The part of the page on trees. */
  static void trees(int files, Trees trees, Appendable page) throws IOException {
    page.append(String.format(Locale.ROOT, Trees.HEAD, Runtime.getRuntime().maxMemory() >> 20));
    trees.visit(100); // The JVM has compiled what it will when the first row is measured.
    for (int count = 1; count <= files; count *= 10) {
      page.append(trees.visit(count));
      if (count == 10_000 && files >= 20_000) {
        page.append(trees.visit(20_000));
      }
    }
  }

  private static Runnable rewriting(String text) {
    return () -> Transforms.pythonCaching().apply(Dockerfile.parse(text)).after().text();
  }

  private static String head() {
    return String.format(
        Locale.ROOT,
        """
        # Scale

        Written by `benchmarks/scale` on %s: Java %s, %s, %d processors. `pythonCaching()`, from text to text; time is that of the CPU, in one thread, of the quickest of several runs.
        The goal is that ten times the work takes at most thirteen times the time.
        """,
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("java.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }
}
