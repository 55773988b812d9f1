package dev.drydock.laws;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.ParserDirective;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Law 5: nothing is lost in reading and writing, whatever the text or the bytes are. */
final class Lossless {

  private static final String LAW = "5 lossless";

  private Lossless() {}

  static void text(String text) {
    Dockerfile read = Dockerfile.parse(text);
    if (!read.text().equals(text)) {
      throw Broken.law(LAW, text, "Read, its text is:\n" + Broken.visible(read.text()));
    }
    StringBuilder joined = new StringBuilder(text.length());
    for (Construct construct : read.constructs()) {
      if (construct.text().isEmpty()) {
        throw Broken.law(LAW, text, "A construct is empty.");
      }
      joined.append(construct.text());
    }
    if (!joined.toString().equals(text)) {
      throw Broken.law(LAW, text, "Its constructs together are:\n" + Broken.visible(joined.toString()));
    }
    if (!Dockerfile.parse(text).constructs().equals(read.constructs())) {
      throw Broken.law(LAW, text, "Read twice it is not the same.");
    }
    for (Construct construct : read.constructs()) {
      inPlace(read, construct);
    }
    if (read.withConstructs(read.constructs()) != read) {
      throw Broken.law(LAW, text, "With its own constructs it is another instance.");
    }
  }

  /** The construct's text, read under the same escape character and outside the directives, is the construct again. */
  private static void inPlace(Dockerfile file, Construct construct) {
    if (construct instanceof ParserDirective) {
      return;
    }
    boolean marked = file.index(construct) == 0 && construct.text().startsWith("\uFEFF");
    String text = marked ? construct.text().substring(1) : construct.text();
    if (text.isEmpty()) {
      return;
    }
    String above = file.escape() == '`' ? "# escape=`\n\n" : "\n";
    Vector<Construct> found = Dockerfile.parse(above + text).constructs();
    Construct last = found.last();
    boolean alone = found.size() == (above.length() == 1 ? 2 : 3);
    if (!alone || last.getClass() != construct.getClass() || !last.text().equals(text)) {
      throw Broken.law(LAW, file.text(), "Read again by itself, " + construct + " is " + found.mkString(" "));
    }
    if (last instanceof Instruction again
        && construct instanceof Instruction was
        && !(again.keyword().equals(was.keyword()) && again.arguments().equals(was.arguments()))) {
      throw Broken.law(LAW, file.text(), "Read again by itself, it says something else: " + construct);
    }
  }

  static void bytes(byte[] bytes) {
    Dockerfile read = Dockerfile.decode(bytes);
    if (!Arrays.equals(read.encode(), bytes)) {
      throw Broken.law(LAW, read.text(), "Written it has other bytes than " + Arrays.toString(bytes));
    }
    text(read.text());
  }

  static void file(byte[] bytes) {
    try {
      Path folder = Files.createTempDirectory("drydock");
      Path file = folder.resolve("Dockerfile");
      try {
        Files.write(file, bytes);
        Dockerfile read = Dockerfile.read(file);
        Files.write(file, new byte[] {0});
        read.write(file);
        if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
          throw Broken.law(LAW, read.text(), "The file has other bytes than " + Arrays.toString(bytes));
        }
        try (Stream<Path> left = Files.list(folder)) {
          if (left.count() != 1) {
            throw Broken.law(LAW, read.text(), "Something is left beside the file.");
          }
        }
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
