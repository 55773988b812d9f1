package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Puts constructs together to a file, and holds that the file is then read as just these. */
final class Splice {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Splice() {}

  static Dockerfile of(Dockerfile file, Iterable<? extends Construct> wanted) {
    List<Construct> list = new ArrayList<>();
    Set<Construct> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Source layout = new Source("", escape(file, wanted), file.lineEnding());
    boolean sameLayout = layout.escape() == file.escape();
    for (Construct construct : wanted) {
      boolean own = sameLayout && (construct.source == file.source() || file.contains(construct));
      Construct laid = own ? construct : Detached.laidOut(construct, layout);
      list.add(seen.add(laid) ? laid : copy(laid));
    }
    moveByteOrderMark(file, list);
    endLines(file, list);
    if (sameInstances(file, list)) {
      return file;
    }
    Construct[] constructs = list.toArray(new Construct[0]);
    StringBuilder text = new StringBuilder(file.text().length() + 256);
    for (Construct construct : constructs) {
      construct.appendTo(text);
    }
    Source source = new Source(text.toString(), layout.escape(), file.lineEnding());
    requireSameReading(source, constructs);
    return Dockerfile.spliced(source, constructs, file.encoding());
  }

  /** The escape character: the file's, or what a directive says, where no instruction of the file was read with another. */
  private static char escape(Dockerfile file, Iterable<? extends Construct> wanted) {
    if (file.instructions().isEmpty()) {
      for (Construct construct : wanted) {
        if (construct instanceof ParserDirective directive && chooses(directive)) {
          return directive.value().charAt(0);
        }
      }
    }
    return file.escape();
  }

  /** Whether it names one of the two characters that may escape; BuildKit refuses any other. */
  private static boolean chooses(ParserDirective directive) {
    return directive.name().equals("escape") && (directive.value().equals("\\") || directive.value().equals("`"));
  }

  private static Construct copy(Construct construct) {
    return withText(construct, construct.text());
  }

  private static Construct withText(Construct construct, String text) {
    Source source = new Source(text, construct.escape(), construct.lineEnding());
    return Constructs.like(construct, source, 0, text.length());
  }

  private static void moveByteOrderMark(Dockerfile file, List<Construct> list) {
    String text = file.text();
    if (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK) {
      return;
    }
    for (int i = 1; i < list.size(); i++) {
      Construct construct = list.get(i);
      boolean itsOwn = file.contains(construct) && file.index(construct) > 0;
      if (construct.startsWith(BYTE_ORDER_MARK) && !itsOwn) {
        list.set(i, withText(construct, construct.text().substring(1)));
      }
    }
    if (!list.isEmpty() && !list.get(0).startsWith(BYTE_ORDER_MARK)) {
      list.set(0, withText(list.get(0), BYTE_ORDER_MARK + list.get(0).text()));
    }
  }

  private static void endLines(Dockerfile file, List<Construct> list) {
    for (int i = 0; i < list.size() - 1; i++) {
      Construct construct = list.get(i);
      if (!construct.endsLine()) {
        list.set(i, withText(construct, construct.text() + file.lineEnding()));
      }
    }
  }

  private static boolean sameInstances(Dockerfile file, List<Construct> list) {
    if (list.size() != file.constructs().size()) {
      return false;
    }
    int i = 0;
    for (Construct construct : file.constructs()) {
      if (construct != list.get(i++)) {
        return false;
      }
    }
    return true;
  }

  private static void requireSameReading(Source source, Construct[] constructs) {
    Dockerfile.Reading reading = Dockerfile.Reading.of(source.text());
    int end = 0;
    for (int i = 0; i < constructs.length; i++) {
      end += constructs[i].length();
      Kind kind = constructs[i].kind();
      if (i >= reading.count || reading.ends[i] != end || reading.kinds[i] != kind) {
        throw new IllegalArgumentException(
            "cannot stand here, it would be read differently: " + constructs[i].text().strip());
      }
    }
    if (reading.count != constructs.length || reading.escape != source.escape()) {
      throw new IllegalArgumentException(
          "these constructs would be read with " + reading.escape + " as escape character");
    }
  }
}
