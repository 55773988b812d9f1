package dev.drydock.impl.caching.fact;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.TextPattern;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a Dockerfile lets see of a package manager's configuration: {@code pip config set}, and text that an instruction
 * writes into {@code pip.conf} or {@code uv.toml}. An option of a command beside a mounted file is none of that.
 */
public final class Configuration {

  private static final TextPattern SWITCHES_OFF = TextPattern.of(Pattern.compile("(?<!--)no-cache(-dir)?\\b"));

  /** Also behind the {@code \n} of a {@code printf}. */
  private static final TextPattern MOVES =
      TextPattern.of(Pattern.compile("(?<!no-|--)(?:\\b|(?<=\\\\n))cache-dir\\b"));

  private static final Map<TextPattern, Pattern> WRITES = new ConcurrentHashMap<>();

  private final Vector<Instruction> instructions;
  private final Vector<Instruction> movingElsewhere;
  private final Map<TextPattern, Vector<Instruction>> found = new HashMap<>();

  Configuration(Dockerfile dockerfile, PackageManager manager) {
    Pattern writes = WRITES.computeIfAbsent(manager.programs(), programs -> writes(manager.name(), programs));
    this.instructions =
        mayWrite(manager.name() + ".", dockerfile.text())
            ? saying(dockerfile, text -> writes.matcher(text).find())
            : Vector.empty();
    this.movingElsewhere =
        manager.configuration().map(moves -> saying(dockerfile, moves::isIn)).getOrElse(Vector.empty());
  }

  private static Pattern writes(String name, TextPattern programs) {
    return Pattern.compile(
        "\\b" + name + "\\.(conf|ini|toml)\\b|(?:" + programs.pattern() + ")\\s+config\\s+(-\\S+\\s+)*set\\b");
  }

  /** A cheap look at the whole file. */
  private static boolean mayWrite(String file, String text) {
    return text.contains(file + "conf")
        || text.contains(file + "ini")
        || text.contains(file + "toml")
        || (text.contains("config") && text.contains("set"));
  }

  private static Vector<Instruction> saying(Dockerfile dockerfile, Predicate<String> wanted) {
    return dockerfile.instructions().filter(instruction -> wanted.test(instruction.text()));
  }

  /** The instruction before this RUN in its lineage that configures the cache to be off. */
  public Option<Instruction> switchingOff(RunFacts run) {
    return saying(run, SWITCHES_OFF);
  }

  /** The instruction before this RUN in its lineage that configures the cache to be elsewhere. */
  public Option<Instruction> moving(RunFacts run) {
    return saying(run, MOVES).orElse(() -> movingElsewhere.find(run::isLedToBy));
  }

  /** The instruction before this RUN in its lineage that writes something into a configuration file. */
  public Option<Instruction> saying(RunFacts run, TextPattern what) {
    return instructions.isEmpty()
        ? Option.none()
        : found
            .computeIfAbsent(
                what,
                key -> instructions.filter(instruction -> what.isIn(instruction.text())))
            .find(run::isLedToBy);
  }
}
