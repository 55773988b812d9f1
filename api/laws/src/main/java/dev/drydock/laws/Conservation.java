package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;

/** Law 10: line endings, escape character, byte order mark and encoding stay as they are. */
final class Conservation {

  private static final String LAW = "10 conservation";

  private Conservation() {}

  static void check(Rewrite rewrite) {
    Dockerfile before = rewrite.before();
    Dockerfile after = rewrite.after();
    if (before.escape() != after.escape()) {
      throw Broken.law(LAW, rewrite, "The escape character is now " + after.escape());
    }
    if (!before.encoding().equals(after.encoding())) {
      throw Broken.law(LAW, rewrite, "The encoding is now " + after.encoding());
    }
    if (!before.lineEnding().equals(after.lineEnding())) {
      throw Broken.law(LAW, rewrite, "Lines end otherwise now.");
    }
    int feeds = bareFeeds(before.text());
    if (feeds == 0 && before.lineEnding().equals("\r\n") && bareFeeds(after.text()) > 0) {
      throw Broken.law(LAW, rewrite, "A line ends without the carriage return that all others have.");
    }
    if (!before.text().contains("\r") && after.text().contains("\r")) {
      throw Broken.law(LAW, rewrite, "A line ends with a carriage return that no other has.");
    }
    boolean marked = before.text().startsWith("\uFEFF");
    if (marked && !after.text().isEmpty() && !after.text().startsWith("\uFEFF")) {
      throw Broken.law(LAW, rewrite, "The byte order mark is not at the start any more.");
    }
  }

  private static int bareFeeds(String text) {
    int bare = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (at == 0 || text.charAt(at - 1) != '\r') {
        bare++;
      }
    }
    return bare;
  }
}
