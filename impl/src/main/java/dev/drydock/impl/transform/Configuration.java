package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Instruction;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * What a Dockerfile lets see of configuration files that speak of a cache: {@code pip config set}, and text that an
 * instruction writes into {@code pip.conf} or {@code uv.toml}. An option of a command beside a mounted file is none of that.
 */
final class Configuration {

  private static final Pattern SWITCHES_OFF = Pattern.compile("(?<!--)no-cache(-dir)?\\b");

  /** Also behind the {@code \n} of a {@code printf}. */
  private static final Pattern MOVES = Pattern.compile("(?<!no-|--)(?:\\b|(?<=\\\\n))cache-dir\\b");

  private Configuration() {}

  /** The instruction before this RUN in its lineage that configures the cache to be off. */
  static Option<Instruction> switchingOff(Site site, PackageManager manager) {
    return site.sayings.of(file(manager), SWITCHES_OFF).find(site::isLedToBy);
  }

  /** The instruction before this RUN in its lineage that configures the cache to be elsewhere. */
  static Option<Instruction> moving(Site site, PackageManager manager) {
    return site.sayings
        .of(file(manager), MOVES)
        .find(site::isLedToBy)
        .orElse(
            () ->
                manager
                    .configuration()
                    .flatMap(text -> site.sayings.of(text.pattern()).find(site::isLedToBy)));
  }

  /** The instruction before this RUN in its lineage that writes something into a configuration file. */
  static Option<Instruction> saying(Site site, PackageManager manager, Pattern what) {
    return site.sayings.of(file(manager), what).find(site::isLedToBy);
  }

  /** Its configuration file by name, or its own command that writes there. */
  private static Pattern file(PackageManager manager) {
    return Programs.compiled(
        "\\b" + manager.name() + "\\.(conf|ini|toml)\\b|(?:" + manager.programs() + ")\\s+config\\s+(-\\S+\\s+)*set\\b");
  }
}
