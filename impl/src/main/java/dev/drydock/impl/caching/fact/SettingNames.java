package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.BuildSettingNames;
import dev.drydock.caching.TextPattern;
import dev.drydock.caching.PackageManager;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Which variables may say something to the package managers that are asked about. */
record SettingNames(Vector<TextPattern> settings) {

  static SettingNames of(Seq<PackageManager> managers) {
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
            .toVector());
  }

  boolean isSetting(String name, String value) {
    String setting = name + "=" + value;
    return BuildSettingNames.isVariable(name) || settings.exists(pattern -> pattern.isIn(setting));
  }
}
