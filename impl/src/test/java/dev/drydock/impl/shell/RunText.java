package dev.drydock.impl.shell;

import dev.drydock.shell.ShellScript;
import java.util.ArrayList;
import java.util.List;

/** The script of a RUN instruction's text, joined as BuildKit joins it, with the way back to the text. */
record RunText(String text, ShellScript script) {

  static RunText of(String text, char escape) {
    StringBuilder joined = new StringBuilder();
    List<Integer> offsets = new ArrayList<>();
    int line = text.indexOf("RUN ") + "RUN ".length();
    boolean continued = true;
    boolean first = true;
    while (line < text.length() && continued) {
      int newline = text.indexOf('\n', line);
      int next = newline < 0 ? text.length() : newline + 1;
      String content = text.substring(line, next).replaceAll("[\r\n]+$", "");
      String bare = content.stripTrailing();
      boolean skipped = !first && (bare.isEmpty() || bare.stripLeading().startsWith("#"));
      if (!skipped) {
        continued = bare.endsWith(String.valueOf(escape));
        int length = continued ? bare.length() - 1 : content.length();
        for (int i = 0; i < length; i++) {
          joined.append(text.charAt(line + i));
          offsets.add(line + i);
        }
      }
      first = false;
      line = next;
    }
    int script = joined.length() - joined.toString().replaceFirst("^(\\s*--\\S+)+\\s*", "").length();
    joined.delete(0, script);
    offsets.subList(0, script).clear();
    return new RunText(text, ShellScript.parse(joined.toString(), offsets::get));
  }
}
