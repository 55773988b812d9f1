package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.BuildSettingNames;
import dev.drydock.caching.TextPattern;
import dev.drydock.caching.PackageManager;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which variables may say something to the package managers that are asked about.
 *
 * @param builders those that build packages from source
 */
record SettingNames(Vector<TextPattern> settings, Vector<PackageManager> builders) {

  private static final Map<Seq<PackageManager>, SettingNames> KNOWN = new ConcurrentHashMap<>();

  static SettingNames of(Seq<PackageManager> managers) {
    return KNOWN.computeIfAbsent(managers, SettingNames::find);
  }

  private static SettingNames find(Seq<PackageManager> managers) {
    return new SettingNames(
        managers
            .flatMap(
                manager ->
                    manager
                        .refusals()
                        .appendAll(manager.indexRefusals())
                        .map(PackageManager.Setting::pattern)
                        .appendAll(manager.sources().map(PackageManager.Sources::setting))
                        .appendAll(manager.sources().map(PackageManager.Sources::unless))
                        .appendAll(manager.cacheOnlyVariables()))
            .toVector(),
        managers.filter(PackageManager::buildsFromSource).toVector());
  }

  boolean isSetting(String name, String value) {
    String setting = name + "=" + value;
    return builders.exists(manager -> BuildSettingNames.isFileVariable(manager, name))
        || settings.exists(pattern -> pattern.isIn(setting));
  }
}
