package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Env;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * The variables that the ids of mounts name, and whether they have their value where a RUN stands.
 *
 * <p>Source of the rule: Docker's reference, "Automatic platform ARGs in the global scope": they are not available in a
 * stage until it declares them; BuildKit {@code dockerfile2llb/convert.go}, {@code dispatchArg}: a default in the stage
 * or before the first FROM takes the place of the automatic value. A stage built on another one inherits its arguments;
 * each stage declares its own nevertheless, so that what is declared does not hang on which stage was looked at first.
 */
final class Arguments {

  /** The arguments that the builder gives to every build. */
  static final Set<String> OF_THE_PLATFORM =
      TreeSet.of(
          "BUILDARCH", "BUILDOS", "BUILDPLATFORM", "BUILDVARIANT", "TARGETARCH", "TARGETOS", "TARGETPLATFORM",
          "TARGETVARIANT");

  private Arguments() {}

  /** Why a mount of the RUN cannot name the variable, whether or not it is declared. */
  static Option<String> objection(Site site, String name) {
    if (!OF_THE_PLATFORM.contains(name)) {
      return site.scope.variables().containsKey(name)
          ? Option.none()
          : Option.some("it is not declared in this stage, so it would be empty; ARG " + name + " before the RUN would do");
    }
    Vector<Instruction> saying = site.sayings.of(word(name));
    Option<Instruction> setting = saying.find(instruction -> sets(site, instruction, name));
    if (setting.isDefined()) {
      return Option.some(
          "line " + line(site, setting.get()) + " may set it to something else than the platform of the build");
    }
    Option<Instruction> user =
        isDeclared(site, name) ? Option.none() : saying.find(instruction -> isUndeclaredUse(site, instruction, name));
    return user.map(
        instruction ->
            "line " + line(site, instruction) + " uses it without declaring it, and would do something else if it were");
  }

  /** Whether the stage of the RUN declares it, without a default, before the RUN. */
  static boolean isDeclared(Site site, String name) {
    return site.sayings
        .of(word(name))
        .exists(
            instruction ->
                instruction instanceof Arg arg
                    && arg.defaults().get(name).exists(Option::isEmpty)
                    && isBetween(site, site.dockerfile.index(arg)));
  }

  private static boolean isBetween(Site site, int index) {
    return index > site.stage.start() && index < site.index;
  }

  /** The construct behind which a stage declares it: the FROM, or the last of the arguments there that come before it. */
  static Construct place(Stage stage, String name) {
    Vector<Construct> constructs = stage.dockerfile().constructs();
    int index = stage.start();
    while (index + 1 < stage.end()
        && constructs.get(index + 1) instanceof Arg arg
        && arg.defaults().size() == 1
        && arg.defaults().head()._2.isEmpty()
        && OF_THE_PLATFORM.contains(arg.defaults().head()._1)
        && arg.defaults().head()._1.compareTo(name) < 0) {
      index++;
    }
    return constructs.get(index);
  }

  /** Whether an instruction may give it another value here than the builder's: in the lineage, or before every FROM. */
  private static boolean sets(Site site, Instruction instruction, String name) {
    boolean inForce = site.dockerfile.stage(instruction).forAll(site.stage::isBuiltOn);
    boolean sets =
        (instruction instanceof Arg arg && arg.defaults().get(name).exists(Option::isDefined))
            || (instruction instanceof Env env && env.variables().exists(pair -> pair._1.equals(name)))
            || instruction instanceof OnBuild;
    return inForce && sets;
  }

  /** Whether an instruction of the stage, or of one that is built on it, would find it declared and does not now. */
  private static boolean isUndeclaredUse(Site site, Instruction instruction, String name) {
    boolean declares =
        instruction instanceof Arg arg
            && arg.defaults().values().forAll(value -> value.forAll(text -> !word(name).matcher(text).find()));
    return !declares
        && !(instruction instanceof From)
        && site.dockerfile.stage(instruction).exists(stage -> stage.isBuiltOn(site.stage))
        && !site.dockerfile.scope(instruction).variables().containsKey(name);
  }

  private static int line(Site site, Instruction instruction) {
    return site.dockerfile.line(instruction);
  }

  private static Pattern word(String name) {
    return Pattern.compile("\\b" + name + "\\b");
  }
}
