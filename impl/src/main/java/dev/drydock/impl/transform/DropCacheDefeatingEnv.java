package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Env;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Takes the variables that switch caches off out of ENV and ARG: a change of the image's configuration. */
final class DropCacheDefeatingEnv {

  private DropCacheDefeatingEnv() {}

  static Seq<Edit> edits(Dockerfile dockerfile, Seq<PackageManager> managers) {
    Vector<Site> sites = Site.of(dockerfile).filter(site -> site.run.mountFlags().nonEmpty());
    return dockerfile
        .constructs()
        .filter(construct -> construct instanceof Env || construct instanceof Arg)
        .flatMap(
            construct -> {
              Vector<String> found = found(dockerfile, construct, managers);
              return found.isEmpty() ? Option.<Edit>none() : Option.some(edit(dockerfile, construct, found, sites, managers));
            });
  }

  /** The variables that an instruction sets and that switch a cache off. */
  private static Vector<String> found(Dockerfile dockerfile, Construct construct, Seq<PackageManager> managers) {
    if (construct instanceof Env env) {
      return dockerfile.stage(env).isEmpty()
          ? Vector.empty()
          : managers
              .flatMap(
                  manager ->
                      env.variables()
                          .filter(
                              (name, value) ->
                                  named(manager).contains(name)
                                      && Defeats.defeats(manager, name, dockerfile.scope(env).expandFixed(value)))
                          .keySet())
              .toVector()
              .distinct();
    }
    Map<String, Option<String>> defaults = ((Arg) construct).defaults();
    return defaults.keySet().toVector().filter(name -> managers.exists(manager -> named(manager).contains(name)));
  }

  private static Edit edit(
      Dockerfile dockerfile, Construct construct, Vector<String> found, Vector<Site> mounting, Seq<PackageManager> managers) {
    Vector<String> gone = Vector.empty();
    Edit kept = Edit.keep();
    for (String name : found) {
      Option<String> reason = reasonToKeep(dockerfile, construct, name, mounting, managers);
      if (reason.isEmpty()) {
        gone = gone.append(name);
      } else {
        for (PackageManager manager : managers.filter(manager -> named(manager).contains(name))) {
          kept = kept.noting(Note.Kind.KEPT, Rule.ENV_KEPT.id(manager), name, reason.get());
        }
      }
    }
    Edit edit = gone.isEmpty() ? Edit.keep() : because(without(construct, gone), gone, managers);
    return edit.and(kept).at(construct);
  }

  private static Edit without(Construct construct, Vector<String> gone) {
    return construct instanceof Env env
        ? env.without(gone::contains).map(left -> Edit.replace(left)).getOrElse(Edit::remove)
        : Edit.remove();
  }

  private static Option<String> reasonToKeep(
      Dockerfile dockerfile, Construct construct, String name, Vector<Site> mounting, Seq<PackageManager> managers) {
    if (construct instanceof Arg arg && arg.defaults().size() > 1) {
      return Option.some("it is an ARG beside others, each of which may be set from outside");
    }
    boolean used =
        dockerfile
            .constructs()
            .filter(other -> other != construct || construct instanceof Env)
            .map(Construct::text)
            .exists(text -> text.contains("$" + name) || text.contains("${" + name));
    if (used) {
      return Option.some("its value is used elsewhere in the file");
    }
    boolean mounted =
        mounting.exists(
            site ->
                managers.exists(
                    manager ->
                        named(manager).contains(name)
                            && reaches(dockerfile, construct, site)
                            && Defeats.coveredNow(site, manager).nonEmpty()));
    return mounted
        ? Option.none()
        : Option.some("no RUN that it reaches has that cache mounted: without it the cache would lie in the image");
  }

  /** Whether what an instruction sets is in force in a RUN. */
  private static boolean reaches(Dockerfile dockerfile, Construct construct, Site site) {
    return dockerfile.stage(construct).forAll(site::follows)
        && (site.construct instanceof OnBuild || dockerfile.index(construct) < site.index);
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
