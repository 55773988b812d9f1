package dev.drydock.impl.caching.effect;

import dev.drydock.caching.PackageManager;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** The variables that may switch a package manager's cache off. */
public final class CacheSwitches {

  private static final Pattern FALSE = Pattern.compile("(?i)0|false|f|n|no|off|");

  private CacheSwitches() {}

  /** Their names. */
  public static Set<String> of(PackageManager manager) {
    return manager.defeatingVariables().addAll(manager.defeatingSwitches());
  }

  /** Whether a value switches the cache off, or may: any but the empty one, or for a switch any that is true. */
  public static boolean areOff(PackageManager manager, String name, Option<String> value) {
    return manager.defeatingSwitches().contains(name)
        ? !value.exists(given -> FALSE.matcher(given).matches())
        : !value.contains("");
  }
}
