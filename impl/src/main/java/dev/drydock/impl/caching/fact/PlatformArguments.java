package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Env;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The variables that the ids of mounts name, and whether they have their value where a RUN stands.
 *
 * <p>Source of the rule: Docker's reference, "Automatic platform ARGs in the global scope": they are not available in a
 * stage until it declares them; BuildKit {@code dockerfile2llb/convert.go}, {@code dispatchArg}: a default in the stage
 * or before the first FROM takes the place of the automatic value. A stage built on another one inherits its arguments;
 * each stage declares its own nevertheless, so that what is declared does not hang on which stage was looked at first.
 */
public final class PlatformArguments {

  /** The arguments that the builder gives to every build. */
  public static final Set<String> ALL =
      TreeSet.of(
          "BUILDARCH", "BUILDOS", "BUILDPLATFORM", "BUILDVARIANT", "TARGETARCH", "TARGETOS", "TARGETPLATFORM",
          "TARGETVARIANT");

  private PlatformArguments() {}

  /** Why a mount of the RUN cannot name the variable, whether or not it is declared. */
  public static Option<String> whyUnusable(FileFacts file, RunFacts run, String name) {
    if (!ALL.contains(name)) {
      return run.scope().variables().containsKey(name)
          ? Option.none()
          : Option.some("it is not declared in this stage, so it would be empty; ARG " + name + " before the RUN would do");
    }
    Vector<Instruction> saying = file.instructionsWith(name);
    Option<Instruction> setting = saying.find(instruction -> sets(run, instruction, name));
    if (setting.isDefined()) {
      return Option.some(
          "line " + line(run, setting.get()) + " may set it to something else than the platform of the build");
    }
    Option<Instruction> user =
        isDeclared(file, run, name) ? Option.none() : saying.find(instruction -> isUndeclaredUse(run, instruction, name));
    return user.map(
        instruction ->
            "line " + line(run, instruction) + " uses it without declaring it, and would do something else if it were");
  }

  /** Whether the stage of the RUN declares it, without a default, before the RUN. */
  public static boolean isDeclared(FileFacts file, RunFacts run, String name) {
    return file
        .instructionsWith(name)
        .exists(
            instruction ->
                instruction instanceof Arg arg
                    && arg.defaults().get(name).exists(Option::isEmpty)
                    && isBetween(run, run.dockerfile().index(arg)));
  }

  private static boolean isBetween(RunFacts run, int index) {
    return index > run.stage().start() && index < run.index();
  }

  /** Whether an instruction may give it another value here than the builder's: in the lineage, or before every FROM. */
  private static boolean sets(RunFacts run, Instruction instruction, String name) {
    boolean inForce = run.dockerfile().stage(instruction).forAll(run::follows);
    boolean sets =
        (instruction instanceof Arg arg && arg.defaults().get(name).exists(Option::isDefined))
            || (instruction instanceof Env env && env.variables().exists(pair -> pair._1.equals(name)))
            || instruction instanceof OnBuild;
    return inForce && sets;
  }

  /** Whether an instruction of the stage, or of one that is built on it, would find it declared and does not now. */
  private static boolean isUndeclaredUse(RunFacts run, Instruction instruction, String name) {
    boolean declares =
        instruction instanceof Arg arg
            && arg.defaults().values().forAll(value -> value.forAll(text -> !FileFacts.hasWord(text, name)));
    return !declares
        && !(instruction instanceof From)
        && run.dockerfile().stage(instruction).exists(stage -> stage.isBuiltOn(run.stage()))
        && !run.dockerfile().scope(instruction).variables().containsKey(name);
  }

  private static int line(RunFacts run, Instruction instruction) {
    return run.dockerfile().line(instruction);
  }
}
