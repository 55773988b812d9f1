package dev.drydock.openrewrite;

import dev.drydock.caching.CacheIds;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.Validated;

/** Drydock's main job as a recipe: a package is downloaded once and reused by every later build. */
public final class RefitDockerfiles extends Recipe {

  @Option(
      displayName = "Tools",
      description = "The package managers whose downloads are cached. By default apt, pip and uv.",
      example = "apt,pip",
      required = false)
  private final @Nullable List<String> tools;

  @Option(
      displayName = "Cache ids",
      description = "How the caches are known: `release` (one for each release of a distribution), `platform` (one for"
          + " each platform), both, or neither, which is BuildKit's own way: by path.",
      example = "release",
      required = false)
  private final @Nullable List<String> ids;

  private final transient NoteTable notes = new NoteTable(this);

  /** With these options; null is the default of each. */
  public RefitDockerfiles(@Nullable List<String> tools, @Nullable List<String> ids) {
    this.tools = tools;
    this.ids = ids;
  }

  /** The tools, null where apt, pip and uv are meant. */
  public @Nullable List<String> getTools() {
    return tools;
  }

  /** The policies for ids, null where there are none. */
  public @Nullable List<String> getIds() {
    return ids;
  }

  @Override
  public String getDisplayName() {
    return "Refit Dockerfiles with BuildKit cache mounts";
  }

  @Override
  public String getDescription() {
    return "Adds cache mounts to the RUNs that download packages, and takes out what would keep them from working. What"
        + " it cannot judge it leaves alone, with the reason in a data table.";
  }

  @Override
  public Validated<Object> validate() {
    Validated<Object> validated = super.validate();
    try {
      transform();
      return validated;
    } catch (IllegalArgumentException e) {
      return validated.and(Validated.invalid("tools, ids", List.of(), String.valueOf(e.getMessage())));
    }
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return new DockerfileVisitor(transform(), notes);
  }

  private Transform transform() {
    CacheIds policy = CacheIds.byTarget();
    for (String id : orEmpty(ids)) {
      policy = policy(id).and(policy);
    }
    List<PackageManager> managers = new ArrayList<>();
    for (String tool : tools == null ? List.of("apt", "pip", "uv") : tools) {
      managers.add(manager(tool.strip()).withIds(policy));
    }
    return Transforms.pythonCaching(managers.toArray(PackageManager[]::new));
  }

  private static CacheIds policy(String name) {
    return switch (name.strip()) {
      case "release" -> CacheIds.byRelease();
      case "platform" -> CacheIds.byPlatform();
      default -> throw new IllegalArgumentException("\"" + name + "\" is no policy for ids; there are release and platform");
    };
  }

  private static PackageManager manager(String name) {
    return PackageManagers.named(name)
        .getOrElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + name + "\" is no known package manager; there are "
                        + PackageManagers.ALL.map(PackageManager::name).mkString(", ")));
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RefitDockerfiles that && Objects.equals(tools, that.tools) && Objects.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tools, ids);
  }
}
