package dev.drydock.cli;

import dev.drydock.caching.CacheIds;
import dev.drydock.caching.CachingTransform;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.PythonCaching;
import dev.drydock.caching.Transforms;
import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Transform;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The transform that settings choose. */
final class TransformChoice {

  /** The settings make no sense; the message says why. */
  static final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  private TransformChoice() {}

  /**
   * The transform that these settings choose.
   *
   * @throws Unusable where a name is not known or the settings contradict each other
   * @throws IllegalArgumentException where a prefix cannot stand in an id
   */
  static Transform of(Settings settings) {
    CacheIds policy =
        List.ofAll(settings.texts(Setting.IDS)).map(TransformChoice::policy).foldRight(CacheIds.byTarget(), CacheIds::and);
    Seq<PackageManager> tools =
        List.ofAll(settings.texts(Setting.TOOLS)).map(TransformChoice::tool).map(manager -> manager.withIds(policy));
    KnownPrograms programs =
        List.ofAll(settings.texts(Setting.PROGRAMS)).map(TransformChoice::table).foldLeft(KnownPrograms.none(), KnownPrograms::and);
    List<String> names = List.ofAll(settings.texts(Setting.TRANSFORMS));
    return names.isEmpty() ? mainJob(settings, tools, programs) : named(settings, names, tools, programs);
  }

  private static Transform mainJob(Settings settings, Seq<PackageManager> tools, KnownPrograms programs) {
    PythonCaching main = Transforms.pythonCaching(tools.toJavaArray(PackageManager[]::new)).knowing(programs);
    main = settings.isOn(Setting.DOCUMENTED_APT) ? main.withDocumentedAptConfiguration() : main;
    main = settings.isOn(Setting.APT_LISTS) ? main.withAptListsMounted() : main;
    return settings.isOn(Setting.SYNTAX) ? main : main.withoutSyntax();
  }

  private static Transform named(
      Settings settings, List<String> names, Seq<PackageManager> tools, KnownPrograms programs) {
    if (settings.isOn(Setting.DOCUMENTED_APT) || settings.isOn(Setting.APT_LISTS)) {
      throw new Unusable("--documented-apt and --apt-lists are for the main job, and not for --transforms");
    }
    if (!settings.isOn(Setting.SYNTAX)) {
      throw new Unusable("--no-syntax is for the main job; among --transforms leave addSyntax out instead");
    }
    return Transform.sequence(
        names.map(name -> knowing(named(name, tools), programs)).toJavaArray(Transform[]::new));
  }

  private static Transform knowing(Transform transform, KnownPrograms programs) {
    return transform instanceof CachingTransform caching ? caching.knowing(programs) : transform;
  }

  private static KnownPrograms table(String file) {
    String name = FleetFile.printable(file);
    try {
      return KnownPrograms.parse(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new Unusable("cannot read the table of programs " + name + ": " + e);
    } catch (IllegalArgumentException e) {
      throw new Unusable(name + ", " + e.getMessage());
    }
  }

  private static PackageManager tool(String name) {
    return PackageManagers.named(name.strip()).getOrElseThrow(() -> unknown("tool", name, Setting.TOOLS));
  }

  private static CacheIds policy(String name) {
    return NamedIds.named(name.strip()).getOrElseThrow(() -> unknown("policy for ids", name, Setting.IDS));
  }

  private static Transform named(String name, Seq<PackageManager> tools) {
    if (!Transforms.names().contains(name.strip())) {
      throw unknown("transform", name, Setting.TRANSFORMS);
    }
    return Transforms.named(name.strip(), tools.toJavaArray(PackageManager[]::new));
  }

  private static Unusable unknown(String what, String name, Setting setting) {
    return new Unusable("there is no " + what + " '" + name + "'" + Choices.after(name, setting.allowed()));
  }
}
