package dev.drydock.impl.caching.effect;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import io.vavr.collection.Vector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What looks like a package manager's call in a text whose language is not read: {@code apt-get -y install}, {@code
 * ["pip", "install"]}.
 */
public final class CallInText {

  private static final Map<PackageManager, CallInText> KNOWN = new ConcurrentHashMap<>();

  private final Pattern downloading;
  private final Pattern emptying;

  private CallInText(PackageManager manager) {
    Vector<String> downloads = manager.downloads().addAll(manager.refreshes()).toVector();
    this.downloading = pattern(manager, downloads.map(call -> call.split(" ", 2)[0]));
    this.emptying =
        pattern(manager, manager.empties().addAll(manager.removes()).addAll(manager.caches().flatMap(CacheDirectory::empties)).toVector());
  }

  /** Whether a line of the text has the name of a program of the package manager, and after it a word that downloads. */
  public static boolean downloads(String text, PackageManager manager) {
    return ProgramNames.areNamed(manager, text) && of(manager).downloading.matcher(text).find();
  }

  /** The same with words that empty its cache, or remove it. */
  static boolean empties(String text, PackageManager manager) {
    return ProgramNames.areNamed(manager, text) && of(manager).emptying.matcher(text).find();
  }

  private static CallInText of(PackageManager manager) {
    return KNOWN.computeIfAbsent(manager, CallInText::new);
  }

  private static Pattern pattern(PackageManager manager, Vector<String> calls) {
    Vector<String> verbs = calls.filter(verb -> !verb.isEmpty() && !verb.equals("*")).distinct();
    return verbs.isEmpty()
        ? Pattern.compile("(?!)")
        : Pattern.compile(
            "(?<![\\w.$-])(?:-m[\"', ]*)?(?:"
                + manager.programs().pattern()
                + ")(?![\\w/.-])[^\\n;&|#]{0,200}?(?<![\\w.-])(?:"
                + verbs.map(CallInText::words).mkString("|")
                + ")(?![\\w.-])");
  }

  /** The words of a call, which quotes and commas may part: {@code "cache", "purge"}. */
  private static String words(String call) {
    return Vector.of(call.split(" ", -1)).map(Pattern::quote).mkString("[\"', ]+");
  }
}
