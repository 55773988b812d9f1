package dev.drydock.cli;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say what is done to a Dockerfile. */
final class RefitOptions {

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
  private List<String> tools = new ArrayList<>();

  @Option(
      names = "--ids",
      split = ",",
      paramLabel = "POLICY",
      description =
          "How the caches are known, the first outermost: release (one for each release of a distribution), platform"
              + " (one for each platform), target (the path, said), prefix=NAME (a literal text before all). By default BuildKit's own: the path.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--transforms",
      split = ",",
      paramLabel = "NAME",
      description =
          "Run these transforms, in this order, in place of pythonCaching: addSyntax, keepAptCache, mountCache,"
              + " dropCacheDefeaters, dropCacheDefeatingEnv, pythonCaching, repairCacheMounts, uvLinkModeCopy, stripCacheMounts.")
  private List<String> transforms = new ArrayList<>();

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
  private List<String> programs = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration, or none. By default drydock.yaml in the directory of the first path, or above it.")
  private String config = "";

  /**
   * What is in force for these paths.
   *
   * @throws ParameterException where the configuration, or what was given, makes no sense
   */
  InForce inForce(List<String> paths, CommandSpec spec) {
    return InForce.of(config, paths, given(), spec);
  }

  /** What was given; these settings win over those of a file. */
  private Settings given() {
    Map<Setting, Settings.Value> values = new EnumMap<>(Setting.class);
    put(values, Setting.TOOLS, tools, "--tools");
    put(values, Setting.IDS, ids, "--ids");
    put(values, Setting.TRANSFORMS, transforms, "--transforms");
    put(values, Setting.PROGRAMS, programs, "--programs");
    put(values, Setting.SYNTAX, withoutSyntax ? List.of("false") : List.of(), "--no-syntax");
    put(values, Setting.DOCUMENTED_APT, documentedApt ? List.of("true") : List.of(), "--documented-apt");
    put(values, Setting.APT_LISTS, aptLists ? List.of("true") : List.of(), "--apt-lists");
    return new Settings(values);
  }

  private static void put(Map<Setting, Settings.Value> values, Setting setting, List<String> texts, String option) {
    if (!texts.isEmpty()) {
      values.put(setting, new Settings.Value(List.copyOf(texts), option));
    }
  }
}
