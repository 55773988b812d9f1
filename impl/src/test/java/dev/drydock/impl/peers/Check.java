package dev.drydock.impl.peers;

import java.util.List;
import java.util.function.Function;

/**
 * A question that is asked of a file that was rewritten.
 *
 * @param name a few words for a table
 * @param meaning what it counts and what comes of it, for people who read the table
 * @param harm what kind of harm it is about
 * @param findings what is wrong in a file, each with its line; nothing where all is well
 */
record Check(String name, String meaning, Harm harm, Function<Pairing, List<String>> findings) {

  /** What comes of a finding, with the words of the table. */
  enum Harm {
    DAMAGED("**damaged**: the image is another one, or is not built"),
    DEPENDENT("**dependent**: what comes out depends on what other builds left in the cache"),
    OF_LESS_USE("**of less use**, or harder to read");

    final String row;

    Harm(String row) {
      this.row = row;
    }
  }
}
