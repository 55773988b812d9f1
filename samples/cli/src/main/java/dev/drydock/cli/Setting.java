package dev.drydock.cli;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be set, on the command line and in {@code drydock.yaml}: its name there, and which values it takes. */
enum Setting {
  TOOLS(Kind.NAMES, "the package managers whose downloads are cached", "apt,pip,uv"),
  IDS(Kind.NAMES, "how the caches are known, the first outermost", ""),
  TRANSFORMS(Kind.NAMES, "transforms that run in this order in place of the main job", ""),
  SYNTAX(Kind.SWITCH, "whether a syntax directive is added", "true"),
  DOCUMENTED_APT(Kind.SWITCH, "whether apt keeps its archives with the text of Docker's documentation", "false"),
  APT_LISTS(Kind.SWITCH, "whether apt's lists are mounted also where a RUN leaves them in the image", "false"),
  PROGRAMS(Kind.NAMES, "tables of known programs, as paths beside the file", ""),
  EXCLUDE(Kind.NAMES, "patterns of files and directories that are left out", ""),
  INCLUDE(Kind.NAMES, "patterns of files of other names that are looked at", ""),
  IGNORE(Kind.NAMES, "whose ignore files count", "git");

  /** What a value may be. */
  enum Kind {
    /** One or several texts. */
    NAMES,
    /** {@code true} or {@code false}. */
    SWITCH
  }

  private final Kind kind;
  private final String meaning;
  private final String usual;

  Setting(Kind kind, String meaning, String usual) {
    this.kind = kind;
    this.meaning = meaning;
    this.usual = usual;
  }

  /** Its name in {@code drydock.yaml}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Kind kind() {
    return kind;
  }

  String meaning() {
    return meaning;
  }

  /** Its value where nobody sets it. */
  List<String> usual() {
    return usual.isEmpty() ? List.of() : List.of(usual.split(",", -1));
  }

  /** Whether it says which files are looked at, and not what is done to them; then it holds for a whole run. */
  boolean isOfFiles() {
    return this == EXCLUDE || this == INCLUDE || this == IGNORE;
  }

  /** The values that there are; none where any text may be one. */
  List<String> allowed() {
    return switch (this) {
      case TOOLS -> PackageManagers.ALL.map(PackageManager::name).toJavaList();
      case IDS -> NamedIds.names().toJavaList();
      case TRANSFORMS -> Transforms.names().toJavaList();
      case IGNORE -> List.of("git", "docker", "none");
      default -> kind == Kind.SWITCH ? List.of("true", "false") : List.of();
    };
  }

  /** Whether a value is one of those that there are. */
  boolean allows(String value) {
    return allowed().isEmpty() || allowed().contains(value) || (this == IDS && value.startsWith("prefix="));
  }

  /** The setting of this key. */
  static Option<Setting> of(String key) {
    return Option.ofOptional(Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst());
  }
}
