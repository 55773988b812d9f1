package dev.drydock.impl.check;

import java.util.regex.Pattern;

/** Whether a RUN runs apt, pip or uv, as far as the place of the word tells. */
final class Mentions {

  private static final String PLACE =
      "(?:^|[;&|({!`\\n]|(?<![\\w-])(?:then|do|else|sudo|env|time|exec|command|xargs|nice|eval)\\b)\\s*"
          + "(?:(?:sudo|env|time|exec|nice|-[A-Za-z]+|\\w+=\\S*)\\s+)*";
  private static final Pattern TOOL =
      Pattern.compile(
          PLACE
              + "(?:\\S*/)?(?:apt|apt-get|pip[0-9.]*|uv|(?:python|pypy)[0-9.]*(?:\\s+-[A-Za-z]+)*\\s+-m\\s*(?:pip|uv))\\s+[a-z-]");

  private Mentions() {}

  static boolean anyTool(Joined run) {
    return TOOL.matcher(run.unquoted()).find();
  }
}
