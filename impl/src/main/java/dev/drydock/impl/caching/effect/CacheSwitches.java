package dev.drydock.impl.caching.effect;

import dev.drydock.caching.PackageManager;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The variables that may switch a package manager's cache off. */
public final class CacheSwitches {

  private static final Pattern FALSE = Pattern.compile("(?i)0|false|f|n|no|off|");

  private static final Map<PackageManager, Vector<String>> NAMES = new ConcurrentHashMap<>();

  private CacheSwitches() {}

  /** Their names. */
  public static Vector<String> of(PackageManager manager) {
    return NAMES.computeIfAbsent(manager, any -> any.defeatingVariables().addAll(any.defeatingSwitches()).toVector());
  }

  /** Whether a value switches the cache off, or may: any but the empty one, or for a switch any that is true. */
  public static boolean areOff(PackageManager manager, String name, Option<String> value) {
    return manager.defeatingSwitches().contains(name)
        ? !value.exists(given -> FALSE.matcher(given).matches())
        : !value.contains("");
  }
}
