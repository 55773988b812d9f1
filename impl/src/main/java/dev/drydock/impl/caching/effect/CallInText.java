package dev.drydock.impl.caching.effect;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.TextPattern;
import io.vavr.collection.Vector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What looks like a package manager's call in a text whose language is not read: {@code apt-get -y install}, {@code
 * ["pip", "install"]}.
 */
public final class CallInText {

  private static final Map<TextPattern, Pattern> KNOWN = new ConcurrentHashMap<>();

  private CallInText() {}

  /** Whether a line of the text has the name of a program of the package manager, and after it a word that downloads. */
  public static boolean isIn(String text, PackageManager manager) {
    return ProgramNames.areNamed(manager, text)
        && KNOWN.computeIfAbsent(manager.programs(), programs -> pattern(manager)).matcher(text).find();
  }

  private static Pattern pattern(PackageManager manager) {
    Vector<String> verbs =
        manager
            .downloads()
            .addAll(manager.refreshes())
            .toVector()
            .map(call -> call.split(" ", 2)[0])
            .filter(verb -> !verb.isEmpty() && !verb.equals("*"))
            .distinct();
    return verbs.isEmpty()
        ? Pattern.compile("(?!)")
        : Pattern.compile(
            "(?<![\\w.$-])(?:-m[\"', ]*)?(?:"
                + manager.programs().pattern()
                + ")(?![\\w/.-])[^\\n;&|#]{0,200}?(?<![\\w.-])(?:"
                + verbs.map(Pattern::quote).mkString("|")
                + ")(?![\\w.-])");
  }
}
