package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Env;
import dev.drydock.transform.Edit;
import dev.drydock.transform.PackageManager;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Takes the variables that switch caches off out of ENV and ARG: a change of the image's configuration. */
final class DropCacheDefeatingEnv {

  private DropCacheDefeatingEnv() {}

  static Seq<Edit> edits(Dockerfile dockerfile, Seq<PackageManager> managers) {
    return dockerfile
        .constructs()
        .flatMap(
            construct ->
                construct instanceof Env env
                    ? env(dockerfile, env, managers)
                    : construct instanceof Arg arg ? arg(dockerfile, arg, managers) : Option.<Edit>none());
  }

  private static Option<Edit> env(Dockerfile dockerfile, Env env, Seq<PackageManager> managers) {
    Map<String, String> values = env.variables();
    Vector<String> gone =
        managers
            .flatMap(
                manager ->
                    values
                        .filter(
                            (name, value) ->
                                named(manager).contains(name)
                                    && Defeats.defeats(manager, name, dockerfile.scope(env).expandFixed(value)))
                        .keySet())
            .toVector();
    boolean inStage = dockerfile.stage(env).isDefined();
    if (gone.isEmpty() || !inStage) {
      return Option.none();
    }
    Edit edit = env.without(gone::contains).map(left -> Edit.replace(left)).getOrElse(Edit::remove);
    return Option.some(because(edit, gone, managers).at(env));
  }

  /** An ARG of one such variable: with several it is left alone, since each may be set from outside. */
  private static Option<Edit> arg(Dockerfile dockerfile, Arg arg, Seq<PackageManager> managers) {
    Map<String, Option<String>> defaults = arg.defaults();
    boolean one = defaults.size() == 1 && managers.exists(manager -> named(manager).contains(defaults.head()._1));
    boolean used =
        one
            && dockerfile
                .constructs()
                .filter(construct -> construct != arg)
                .map(Construct::text)
                .exists(text -> text.contains("$" + defaults.head()._1) || text.contains("${" + defaults.head()._1));
    return one && !used
        ? Option.some(because(Edit.remove(), defaults.keySet().toVector(), managers).at(arg))
        : Option.none();
  }

  private static Edit because(Edit edit, Vector<String> gone, Seq<PackageManager> managers) {
    Edit all = edit;
    for (PackageManager manager : managers) {
      Vector<String> own = gone.filter(named(manager)::contains);
      if (own.nonEmpty()) {
        all =
            all.because(
                Rule.ENV_DROPPED.id(manager),
                own.mkString(", "),
                "it switched " + manager.name() + "'s cache off, also in containers of the image and images FROM it");
      }
    }
    return all;
  }

  private static Set<String> named(PackageManager manager) {
    return manager.defeatingVariables().addAll(manager.defeatingSwitches());
  }
}
