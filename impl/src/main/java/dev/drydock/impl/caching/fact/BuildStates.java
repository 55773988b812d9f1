package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Env;
import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.User;
import dev.drydock.dockerfile.Workdir;
import dev.drydock.impl.caching.effect.Paths;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walks over a file once and says for each construct what was done to the image before it. What an ONBUILD holds runs
 * after its stage and the ONBUILDs before it.
 */
final class BuildStates {

  private final Vector<BuildState> states;

  private BuildStates(Vector<BuildState> states) {
    this.states = states;
  }

  /** What is known of a file, whatever package manager is asked about. */
  static BuildStates of(Dockerfile file) {
    return of(file, SettingNames.of(Vector.empty()));
  }

  /** What is known of a file, with the variables that may be such settings. */
  static BuildStates of(Dockerfile file, SettingNames settings) {
    BuildState[] states = new BuildState[file.constructs().size()];
    Arrays.fill(states, BuildState.INITIAL);
    boolean makesAccounts = Accounts.areMadeIn(file.text());
    List<BuildState> ends = new ArrayList<>();
    List<Option<ImageAccount>> accounts = new ArrayList<>();
    for (Stage stage : file.stages()) {
      // Where a build argument names the image or the stage, another build may give one with other accounts.
      Option<Integer> parent = stage.parent().map(Stage::number);
      boolean isChosen = stage.from().image().hasVariables();
      Option<ImageAccount> account = isChosen ? Option.none() : parent.map(accounts::get).getOrElse(() -> account(stage));
      BuildState begun =
          parent
              .map(ends::get)
              .map(end -> isChosen ? end.ofAnotherImage() : end)
              .getOrElse(() -> BuildState.of(account));
      accounts.add(account);
      ends.add(new Walk(file, settings, makesAccounts, account, begun).over(stage, states));
    }
    return new BuildStates(Vector.of(states));
  }

  private static Option<ImageAccount> account(Stage stage) {
    return BaseImage.of(stage.base(), stage.from().platform()).account();
  }

  /** The walk over one stage. */
  private static final class Walk {

    private final Dockerfile file;
    private final SettingNames settings;
    private final boolean makesAccounts;
    private final Option<ImageAccount> account;
    private BuildState state;

    /** The variables that were set since a RUN last looked at them. */
    private Set<String> changed = HashSet.empty();

    Walk(Dockerfile file, SettingNames settings, boolean makesAccounts, Option<ImageAccount> account, BuildState begun) {
      this.file = file;
      this.settings = settings;
      this.makesAccounts = makesAccounts;
      this.account = account;
      this.state = begun;
    }

    /** The state at the end of the stage. */
    BuildState over(Stage stage, BuildState[] states) {
      List<Integer> triggers = new ArrayList<>();
      for (int i = stage.start() + 1; i < stage.end(); i++) {
        Construct construct = file.constructs().get(i);
        if (construct instanceof OnBuild) {
          triggers.add(i);
        } else if (construct instanceof Instruction instruction) {
          visit(instruction, construct, i, states);
        } else {
          states[i] = state;
        }
      }
      takeVariables(stage.scope());
      BuildState end = state;
      for (int i : triggers) {
        OnBuild trigger = (OnBuild) file.constructs().get(i);
        states[i] = state;
        for (Instruction held : trigger.instruction().filter(inner -> !(inner instanceof From))) {
          visit(held, trigger, i, states);
        }
      }
      return end;
    }

    private void visit(Instruction instruction, Construct construct, int index, BuildState[] states) {
      if (instruction instanceof Run) {
        takeVariables(file.scope(construct));
      }
      states[index] = state;
      if (instruction instanceof Run run) {
        state = Accounts.after(run, file.scope(construct), state, makesAccounts);
      } else if (instruction instanceof User user) {
        state = Accounts.after(user, file.scope(construct), account, state);
      } else if (instruction instanceof Env env) {
        changed = changed.addAll(env.variables().keySet());
      } else if (instruction instanceof Arg arg) {
        changed = changed.addAll(arg.defaults().keySet());
      } else if (instruction instanceof Workdir workdir) {
        for (String path : path(workdir.path(), file.scope(construct))) {
          state = state.withWritten(path);
        }
      } else if (instruction instanceof FileCopy<?> copy) {
        copy(copy, file.scope(construct));
      }
    }

    /** A program from elsewhere is known by its name; one of the build's own files, or with a new name, is not. */
    private void copy(FileCopy<?> copy, Scope scope) {
      for (String path : path(copy.destination(), scope)) {
        state = state.withWritten(path);
        String target = Paths.clean(path);
        if (makesAccounts) {
          state = state.withTouched(state.touched().opening(target));
        }
        boolean intoPrograms = Paths.baseName(target).equals("bin");
        if (intoPrograms || Paths.baseName(Paths.parent(target)).equals("bin")) {
          for (String source : copy.sources()) {
            String from = Paths.baseName(scope.expand(source).getOrElse(source));
            String name = intoPrograms ? from : Paths.baseName(target);
            boolean elsewhere = source.contains("://") || (copy instanceof Copy of && of.from().isDefined());
            state = elsewhere && name.equals(from) ? state : state.withProgram(name);
          }
        }
      }
    }

    private static Option<String> path(String destination, Scope scope) {
      return scope.expand(destination).flatMap(scope::resolve);
    }

    private void takeVariables(Scope scope) {
      if (changed.nonEmpty()) {
        state = state.withVariables(state.variables().with(changed, scope, settings));
        changed = HashSet.empty();
      }
    }
  }

  /** What was done to the image before the construct at an index. */
  BuildState at(int index) {
    return states.get(index);
  }
}
