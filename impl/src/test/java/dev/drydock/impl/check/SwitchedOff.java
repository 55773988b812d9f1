package dev.drydock.impl.check;

import dev.drydock.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mounts of pip and uv that no call of the RUN uses, because the cache is switched off for each of them. */
final class SwitchedOff {

  private static final Pattern PIP =
      Pattern.compile("(?<!uv )(?<![\\w./-])(?:\\S*/)?pip[\\d.]*\\s(?:\\S+ )*?(?:install|wheel|download)\\b.*");
  private static final Pattern UV =
      Pattern.compile("(?<![\\w.-])(?:\\S*/)?uv\\s(?:\\S+ )*?(?:sync|install|add|run|lock|compile|build|venv|tool|python)\\b.*");
  private static final Pattern OPTION = Pattern.compile("(?:^| )--no-cache(?:-dir)?(?:=(?!false|0|off)\\S*)?(?= |$)");
  private static final Pattern UV_SHORT = Pattern.compile(" -n(?= |$)");

  private SwitchedOff() {}

  /** The mounts that were added and are of no use. */
  static List<String> broken(Step step, Rewritten file) {
    List<String> broken = new ArrayList<>();
    for (MountText mount : step.added()) {
      if (mount.isFor("pip") && isOff(step, file, PIP, "PIP_NO_CACHE_DIR")) {
        broken.add("off: pip is told to keep no cache, and one is mounted");
      }
      if (mount.isFor("uv") && isOff(step, file, UV, "UV_NO_CACHE")) {
        broken.add("off: uv is told to keep no cache, and one is mounted");
      }
    }
    return broken;
  }

  private static boolean isOff(Step step, Rewritten file, Pattern tool, String variable) {
    boolean calls = false;
    boolean exported = isSet(variable, step, file);
    for (String segment : step.is().segments()) {
      exported |= segment.matches("export (.* )?" + variable + "=(?!0|false|off)\\S.*");
      exported &= !segment.matches("(unset|export) (.* )?" + variable + "(=|=0|=false)?( .*)?");
      Matcher call = tool.matcher(segment);
      if (call.find()) {
        calls = true;
        String before = segment.substring(0, call.start());
        boolean assigned = before.matches("(.* )?" + variable + "=(?!0|false|off)\\S+ .*");
        boolean reset = before.matches("(.* )?(" + variable + "=(0|false)?|-u " + variable + "|env -i|sudo)( .*|$)");
        boolean told =
            OPTION.matcher(call.group()).find() || (tool == UV && UV_SHORT.matcher(call.group()).find());
        if (!told && !assigned && (reset || !exported)) {
          return false;
        }
      }
    }
    return calls;
  }

  /** Whether ENV or ARG leave the variable set: pip takes any value for yes. */
  private static boolean isSet(String variable, Step step, Rewritten file) {
    Pattern set = Pattern.compile("(?is)\\s*(?:env|arg)\\s(?:.*\\s)?" + variable + "(?:\\s*=\\s*|\\s+)[\"']?([^\\s\"']*).*");
    boolean on = false;
    for (Instruction instruction : file.before(step)) {
      Matcher value = set.matcher(Joined.of(instruction).command());
      if (value.matches()) {
        on = !value.group(1).isEmpty() && (variable.startsWith("PIP") || !value.group(1).matches("(?i)0|false|off|no"));
      }
    }
    return on;
  }
}
