package dev.drydock.impl.transform;

import dev.drydock.caching.CacheId;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Stage;
import dev.drydock.transform.Edit;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The ARGs that ids of mounts need, one for each stage and argument. They stand right behind the FROM, in alphabetical
 * order, and not before the RUN: so the text is the same whichever package manager's RUN is looked at first.
 */
final class ArgumentSteps {

  private record Need(Stage stage, PackageManager manager) {}

  /** What is needed, by argument; the managers that come later find it there. */
  private final TreeMap<String, List<Need>> needs = new TreeMap<>();

  /** Keeps in mind what the mounts of a plan need. */
  void add(Site site, MountPlan plan) {
    for (Target target : plan.toMount()) {
      MountIds.of(plan.manager(), target.path(), site.stage)
          .map(CacheId::variables)
          .forEach(
              names ->
                  names
                      .filter(name -> Arguments.OF_THE_PLATFORM.contains(name) && !Arguments.isDeclared(site, name))
                      .forEach(name -> need(name, new Need(site.stage, plan.manager()))));
    }
  }

  private void need(String name, Need need) {
    List<Need> known = needs.computeIfAbsent(name, any -> new ArrayList<>());
    if (known.stream().noneMatch(other -> other.stage().number() == need.stage().number())) {
      known.add(need);
    }
  }

  /** The edits that declare them. */
  Vector<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    needs.forEach((name, stages) -> stages.forEach(need -> edits.add(declared(name, need))));
    return Vector.ofAll(edits);
  }

  private static Edit declared(String name, Need need) {
    return Edit.after(Arg.of(name))
        .because(
            Rule.ARGUMENT.id(need.manager()),
            "$" + name,
            "declared for the id of a cache mount: without it the variable would be empty there")
        .at(Arguments.place(need.stage(), name));
  }
}
