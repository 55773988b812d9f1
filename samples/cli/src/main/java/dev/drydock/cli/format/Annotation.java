package dev.drydock.cli.format;

import java.util.List;

/**
 * What is said of a place in a file, as tools know it that show the words of many others.
 *
 * @param rule the id of a rule, or the kind of a problem
 * @param message one or several sentences, which may hold text of the file
 * @param fingerprint the same where the same is said of the same words again, also if these stand at another line
 * @param replacements whole lines that would do what is suggested, in ascending order; none where nothing is
 */
record Annotation(
    Level level, String rule, Region region, String message, String fingerprint, List<Replacement> replacements) {

  Annotation {
    replacements = List.copyOf(replacements);
  }
}
