package dev.drydock.cli;

import dev.drydock.caching.CacheIds;
import dev.drydock.caching.CachingTransform;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.PythonCaching;
import dev.drydock.caching.Transforms;
import dev.drydock.transform.Transform;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what is done to a Dockerfile, and the transform that they choose. */
final class RefitOptions {

  /** The options make no sense; the message says why. */
  static final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  /** The names of all known package managers, for the help. */
  static final class ToolNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return PackageManagers.ALL.map(PackageManager::name).iterator();
    }
  }

  @Option(
      names = "--tools",
      split = ",",
      paramLabel = "TOOL",
      completionCandidates = ToolNames.class,
      description =
          "The package managers whose downloads are cached: ${COMPLETION-CANDIDATES}. By default apt, pip and uv.")
  private java.util.List<String> tools = new ArrayList<>();

  @Option(
      names = "--ids",
      split = ",",
      paramLabel = "POLICY",
      description =
          "How the caches are known, the first outermost: release (one for each release of a distribution), platform"
              + " (one for each platform), prefix=NAME (a literal text before all). By default BuildKit's own: the path.")
  private java.util.List<String> ids = new ArrayList<>();

  @Option(
      names = "--transforms",
      split = ",",
      paramLabel = "NAME",
      description =
          "Run these transforms, in this order, in place of pythonCaching: addSyntax, keepAptCache, mountCache,"
              + " dropCacheDefeaters, dropCacheDefeatingEnv, pythonCaching, stripCacheMounts.")
  private java.util.List<String> transforms = new ArrayList<>();

  @Option(
      names = "--no-syntax",
      description = "Add no syntax directive, for builders that cannot pull a frontend.")
  private boolean withoutSyntax;

  @Option(
      names = "--documented-apt",
      description = "Make apt keep its archives with the text of Docker's documentation, also where no cache is mounted.")
  private boolean documentedApt;

  @Option(
      names = "--apt-lists",
      description = "Mount apt's lists also in a RUN that leaves them in the image, where nothing later needs them there.")
  private boolean aptLists;

  @Option(
      names = "--programs",
      paramLabel = "FILE",
      description =
          "A table of programs that are known besides Drydock's own, one line a kind: 'harmless: fetch-models # why'. What"
              + " no table knows may do anything.")
  private java.util.List<Path> programs = new ArrayList<>();

  /** The transform that was asked for; a call that makes no sense is an error of the command line. */
  Transform transform(CommandSpec spec) {
    try {
      return transform();
    } catch (Unusable | IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The transform that was asked for.
   *
   * @throws Unusable where a name is not known or the options contradict each other
   * @throws IllegalArgumentException where a prefix cannot stand in an id
   */
  private Transform transform() {
    CacheIds policy = List.ofAll(ids).map(RefitOptions::policy).foldRight(CacheIds.byTarget(), CacheIds::and);
    Seq<PackageManager> all = tools.isEmpty() ? defaultTools() : List.ofAll(tools).map(RefitOptions::tool);
    Seq<PackageManager> chosen = all.map(manager -> manager.withIds(policy));
    if (transforms.isEmpty()) {
      PythonCaching main = Transforms.pythonCaching(chosen.toJavaArray(PackageManager[]::new));
      PythonCaching knowing = main.knowing(programs());
      PythonCaching configuring = documentedApt ? knowing.withDocumentedAptConfiguration() : knowing;
      PythonCaching mounting = aptLists ? configuring.withAptListsMounted() : configuring;
      return withoutSyntax ? mounting.withoutSyntax() : mounting;
    }
    if (documentedApt || aptLists) {
      throw new Unusable("--documented-apt and --apt-lists are for the main job, and not for --transforms");
    }
    if (withoutSyntax) {
      throw new Unusable("--no-syntax is for the main job; among --transforms leave addSyntax out instead");
    }
    KnownPrograms known = programs();
    return Transform.sequence(
        List.ofAll(transforms).map(name -> knowing(named(name, chosen), known)).toJavaArray(Transform[]::new));
  }

  private static Transform knowing(Transform transform, KnownPrograms programs) {
    return transform instanceof CachingTransform caching ? caching.knowing(programs) : transform;
  }

  /** The programs of the tables that were named, of which a later one counts. */
  private KnownPrograms programs() {
    return List.ofAll(programs).map(RefitOptions::table).foldLeft(KnownPrograms.none(), KnownPrograms::and);
  }

  private static KnownPrograms table(Path file) {
    try {
      return KnownPrograms.parse(Files.readString(file));
    } catch (IOException e) {
      throw new Unusable("cannot read the table of programs " + file + ": " + e);
    } catch (IllegalArgumentException e) {
      throw new Unusable(file + ", " + e.getMessage());
    }
  }

  private static Seq<PackageManager> defaultTools() {
    return List.of(PackageManagers.APT, PackageManagers.PIP, PackageManagers.UV);
  }

  private static PackageManager tool(String name) {
    return PackageManagers.named(name.strip())
        .getOrElseThrow(() -> unknown("tool", name, PackageManagers.ALL.map(PackageManager::name)));
  }

  private static CacheIds policy(String name) {
    return NamedIds.named(name.strip()).getOrElseThrow(() -> unknown("policy for ids", name, NamedIds.names()));
  }

  private static Transform named(String name, Seq<PackageManager> tools) {
    return NamedTransforms.named(name.strip(), tools)
        .getOrElseThrow(() -> unknown("transform", name, NamedTransforms.names()));
  }

  private static Unusable unknown(String what, String name, Seq<String> known) {
    return new Unusable("there is no " + what + " '" + name + "'; there are " + known.mkString(", "));
  }
}
