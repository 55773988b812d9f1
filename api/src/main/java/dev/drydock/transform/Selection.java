package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Makes some of the changes of a rewrite, and leaves the rest of the file as it was. */
final class Selection {

  private static final String TOGETHER = "edit/together";
  private static final String CANNOT_STAND = "edit/cannot-stand";
  private static final String NOT_MADE = "this change was not made, since ";

  private final Rewrite rewrite;
  private final Dockerfile before;
  private final Map<Integer, Set<Integer>> refused = new HashMap<>();

  private Selection(Rewrite rewrite) {
    this.rewrite = rewrite;
    this.before = rewrite.before();
  }

  static Rewrite of(Rewrite rewrite, Predicate<Rewrite.Entry> chosen) {
    Vector<Rewrite.Entry> said = rewrite.entries().filter(chosen);
    if (said.size() == rewrite.entries().size()) {
      return rewrite;
    }
    Selection selection = new Selection(rewrite);
    rewrite.entries().filter(entry -> entry.isChange() && !chosen.test(entry)).forEach(selection::refuse);
    return selection.refused.isEmpty() ? rewrite.with(said) : selection.made(said);
  }

  private void refuse(Rewrite.Entry entry) {
    refused.computeIfAbsent(entry.index(), none -> new HashSet<>()).add(entry.group());
  }

  private Rewrite made(Vector<Rewrite.Entry> said) {
    TreeSet<Integer> wanted = new TreeSet<>();
    said.filter(entry -> entry.isChange() && isWanted(entry)).forEach(entry -> wanted.add(entry.index()));
    Draft<Integer> draft = Draft.of(before, new ArrayList<>(wanted), this::results);
    Vector<Rewrite.Entry> journal =
        said.map(
            entry -> {
              if (!entry.isChange() || (isWanted(entry) && draft.made().contains(entry.index()))) {
                return entry;
              }
              String why = draft.refused().get(entry.index());
              return why == null
                  ? left(entry, TOGETHER, "it hangs together with another of the same construct, which was refused")
                  : left(entry, CANNOT_STAND, why);
            });
    Map<Integer, Vector<Rewrite.Part>> parts = new HashMap<>();
    rewrite.parts().keySet().stream().filter(draft.made()::contains).forEach(index -> parts.put(index, parts(index)));
    return Rewrite.tracked(before, draft.after(), draft.lineage(), journal, parts);
  }

  /** Whether nothing that it hangs together with was refused. */
  private boolean isWanted(Rewrite.Entry entry) {
    Set<Integer> groups = refused.getOrDefault(entry.index(), Set.of());
    boolean apart = rewrite.parts().containsKey(entry.index()) && !groups.contains(Rewrite.Entry.WHOLE);
    return groups.isEmpty() || (apart && entry.group() != Rewrite.Entry.WHOLE && !groups.contains(entry.group()));
  }

  private Map<Integer, Vector<Construct>> results(Set<Integer> made) {
    Map<Integer, Vector<Construct>> results = new HashMap<>();
    for (int index : made) {
      results.put(
          index,
          refused.containsKey(index)
              ? Combination.of(before.constructs().get(index), parts(index).map(Rewrite.Part::edit)).result()
              : Vector.ofAll(rewrite.lineage().images(index, rewrite.after())));
    }
    return results;
  }

  private Vector<Rewrite.Part> parts(int index) {
    Set<Integer> groups = refused.getOrDefault(index, Set.of());
    List<Rewrite.Part> parts = rewrite.parts().getOrDefault(index, Vector.empty()).asJava();
    return Vector.ofAll(parts).filter(part -> !groups.contains(part.group()));
  }

  private static Rewrite.Entry left(Rewrite.Entry entry, String rule, String why) {
    return new Rewrite.Entry(
        new Note(
            Note.Kind.KEPT,
            rule,
            entry.note().line(),
            entry.note().span(),
            entry.note().subject(),
            NOT_MADE + why + ": [" + entry.note().rule() + "] " + entry.note().reason()),
        entry.index(),
        entry.group());
  }
}
