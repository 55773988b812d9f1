package dev.drydock.impl.read;

/**
 * Why BuildKit's line parser refuses an instruction.
 *
 * @param id the problem's kind
 */
record LineFault(String id, String message) {

  static final LineFault ARRAY_OF_OTHER_THAN_STRINGS =
      new LineFault(
          "json-array-of-other-than-strings",
          "when using JSON array syntax, arrays must be comprised of strings only");
}
