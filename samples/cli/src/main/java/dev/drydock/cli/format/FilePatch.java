package dev.drydock.cli.format;

import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Rewrite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The change of one file as a unified diff: the names in UTF-8, the lines in the encoding of the file, so that it applies. */
public final class FilePatch {

  private FilePatch() {}

  /**
   * The bytes of the diff.
   *
   * @param paint what is done to the text of the diff, such as to colour it; its first two lines stay two lines
   */
  public static byte[] of(FleetFile file, Rewrite rewrite, UnaryOperator<String> paint) {
    String diff = rewrite.diff();
    String painted = paint.apply(file.diffHead() + diff.substring(headEnd(diff)));
    int end = headEnd(painted);
    byte[] head = painted.substring(0, end).getBytes(StandardCharsets.UTF_8);
    byte[] body = painted.substring(end).getBytes(rewrite.before().encoding());
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
  }

  private static int headEnd(String diff) {
    return diff.indexOf('\n', diff.indexOf('\n') + 1) + 1;
  }
}
