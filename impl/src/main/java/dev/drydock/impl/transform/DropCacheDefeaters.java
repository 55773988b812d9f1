package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Takes out of RUNs what keeps the caches that are mounted there from being used, or empties them. */
final class DropCacheDefeaters {

  private DropCacheDefeaters() {}

  static Seq<Edit> edits(Dockerfile dockerfile, Seq<PackageManager> managers) {
    Survey survey = Survey.of(dockerfile);
    return survey.sites.filter(site -> site.run.mountFlags().nonEmpty()).map(site -> edit(site, managers, survey));
  }

  private static Edit edit(Site site, Seq<PackageManager> managers, Survey survey) {
    Run run = site.run;
    Edit notes = Edit.keep();
    for (PackageManager manager : managers) {
      Vector<String> covered = Defeats.coveredNow(site, manager);
      if (covered.nonEmpty()) {
        Defeats.Dropped dropped = Defeats.drop(site.with(run), manager, covered, survey);
        run = dropped.run();
        for (Finding finding : dropped.findings().appendAll(Defeats.byEnvironment(site, manager))) {
          notes = finding.addTo(notes, manager);
        }
      }
    }
    return MountCache.edit(site, run, notes);
  }
}
