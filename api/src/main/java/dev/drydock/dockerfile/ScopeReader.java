package dev.drydock.dockerfile;

import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

/** Walks a file once and says for each construct what is in force there. */
final class ScopeReader {

  /** The scope at each construct, and behind the last one of each stage. */
  record Scopes(Vector<Scope> at, Vector<Scope> behind) {}

  private final Scope initial;
  private Scope scope;
  private Scope global;
  private int stages;
  private final java.util.List<Scope> behind = new java.util.ArrayList<>();
  private String stageName = "";
  private final java.util.Map<String, Scope> finished = new java.util.HashMap<>();

  /** The ONBUILDs of the stage so far, by their number in the file. */
  private final java.util.Map<Integer, OnBuild> triggers = new java.util.LinkedHashMap<>();

  private ScopeReader(Dockerfile dockerfile) {
    scope = Scope.initial(dockerfile);
    initial = scope;
    global = scope;
  }

  static Scopes read(Dockerfile dockerfile) {
    ScopeReader reader = new ScopeReader(dockerfile);
    Vector<Construct> constructs = dockerfile.constructs();
    Scope[] scopes = new Scope[constructs.size()];
    int i = 0;
    for (Construct construct : constructs) {
      if (construct instanceof From) {
        reader.endStage(scopes);
      } else if (construct instanceof OnBuild trigger) {
        reader.triggers.put(i, trigger);
      }
      scopes[i++] = reader.scope;
      reader.after(construct);
    }
    reader.endStage(scopes);
    return new Scopes(Vector.of(scopes), Vector.ofAll(reader.behind));
  }

  /** Before a FROM only the global arguments are in force. What its ONBUILDs hold runs behind the stage, one after the other. */
  private void endStage(Scope[] scopes) {
    if (stages == 0) {
      global = scope;
    } else {
      finished.put(stageName, scope);
      behind.add(scope);
      triggers.forEach(
          (index, trigger) -> {
            scopes[index] = scope;
            trigger.instruction().filter(held -> !(held instanceof From)).forEach(this::after);
          });
    }
    triggers.clear();
    scope = global;
  }

  private void after(Construct construct) {
    if (construct instanceof Instruction instruction) {
      scope =
          switch (instruction.kind()) {
            case FROM -> from((From) instruction);
            case ARG -> arg((Arg) instruction);
            case ENV -> env((Env) instruction);
            case USER -> user((User) instruction);
            case WORKDIR -> workdir((Workdir) instruction);
            case SHELL -> scope.withShell(((Shell) instruction).words());
            default -> scope;
          };
    }
  }

  private Scope from(From from) {
    String base = global.expand(from.imageText()).getOrElse(from.imageText());
    Scope parent = finished.get(base.toLowerCase(Locale.ROOT));
    stageName = from.name().getOrElse("").toLowerCase(Locale.ROOT);
    Scope begun = parent != null ? parent : initial;
    return begun.inStage(stages++);
  }

  /** An ARG never hides an ENV; without a default it has that of the global ARG of the name. */
  private Scope arg(Arg arg) {
    Scope after = scope;
    for (Tuple2<String, Option<String>> argument : arg.defaults()) {
      String name = argument._1;
      if (after.isOfTheImage(name)) {
        continue;
      }
      Scope now = after;
      Option<String> value =
          argument._2.isDefined()
              ? argument._2.flatMap(now::expand)
              : global.value(name);
      after = after.withArgument(name, value);
    }
    return after;
  }

  /** All values of one ENV see the variables as they were before it. */
  private Scope env(Env env) {
    Scope after = scope;
    for (Tuple2<String, String> pair : env.variables()) {
      Option<String> fixed = scope.expandFixed(pair._2);
      Option<String> value = fixed.isDefined() ? fixed : scope.expand(pair._2);
      after = after.withVariable(pair._1, value, fixed.isDefined());
    }
    return after;
  }

  private Scope user(User user) {
    return scope.withUser(scope.expandFixed(user.user()).filter(name -> !name.isEmpty()).getOrElse(user.user()));
  }

  private Scope workdir(Workdir workdir) {
    return scope.withWorkdir(scope.expand(workdir.path()).flatMap(scope::resolve));
  }
}
