package dev.drydock.shell;

/** How text of a script within another is written there: {@code bash -c '…'}. */
enum Quoting {
  /** As it is. */
  NONE {
    @Override
    String written(String text) {
      return text;
    }
  },
  /** Within single quotes, which it leaves for a quote of its own. */
  SINGLE {
    @Override
    String written(String text) {
      return text.replace("'", "'\\''");
    }
  },
  /** Within double quotes. */
  DOUBLE {
    @Override
    String written(String text) {
      return escaped(text, "\\$`\"");
    }
  },
  /** Within a string of a JSON array. */
  JSON {
    @Override
    String written(String text) {
      return escaped(text, "\\\"");
    }
  };

  abstract String written(String text);

  private static String escaped(String text, String special) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (special.indexOf(text.charAt(i)) >= 0) {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    return escaped.toString();
  }
}
