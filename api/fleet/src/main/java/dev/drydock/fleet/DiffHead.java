package dev.drydock.fleet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The two lines that name a file at the head of its diff, such that {@code git apply} and {@code patch -p1} find it.
 *
 * <p>The path is {@link FleetFile#inRepository()}. Names are quoted as git's {@code quote.c} does, and a tab follows a
 * name with a blank, as in git's {@code diff.c}.
 */
final class DiffHead {

  private DiffHead() {}

  static String of(FleetFile file) {
    byte[] name = bytes(file);
    return "--- " + quoted("a/", name) + "\n+++ " + quoted("b/", name) + "\n";
  }

  /** The bytes of a path, which need not be UTF-8; only a URI has them. */
  private static byte[] bytes(FleetFile file) {
    String uri = file.uri();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < uri.length(); i++) {
      if (uri.charAt(i) == '%') {
        bytes.write(Integer.parseInt(uri, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(uri.charAt(i));
      }
    }
    return bytes.toByteArray();
  }

  private static String quoted(String prefix, byte[] name) {
    String tab = new String(name, StandardCharsets.ISO_8859_1).indexOf(' ') < 0 ? "" : "\t";
    String plain = plain(name);
    return (plain == null ? '"' + prefix + escaped(name) + '"' : prefix + plain) + tab;
  }

  /** The name as it is; none where it must be quoted. */
  private static @Nullable String plain(byte[] name) {
    for (byte b : name) {
      if ((b >= 0 && b < ' ') || b == 0x7f || b == '"' || b == '\\') {
        return null;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String escaped(byte[] name) {
    StringBuilder text = new StringBuilder();
    for (byte b : name) {
      switch (b) {
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        default -> {
          if (b < ' ' || b == 0x7f) {
            text.append(String.format("\\%03o", b & 0xff));
          } else {
            text.append((char) b);
          }
        }
      }
    }
    return text.toString();
  }
}
