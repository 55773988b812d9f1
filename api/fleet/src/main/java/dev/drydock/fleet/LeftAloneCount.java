package dev.drydock.fleet;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts what was left alone, by what would settle it. What there is nothing to do about is not counted. */
public final class LeftAloneCount implements FleetVisitor {

  /** No more places of one reason are kept than these. */
  private static final int PLACES = 100;

  private record Instruction(Remedy remedy, int line) {}

  private final Map<Remedy, LeftAlone> groups = new LinkedHashMap<>();

  private final boolean written;
  private int instructions;
  private int files;

  /** Nothing counted yet; places are lines of the files as they were. */
  public LeftAloneCount() {
    this(false);
  }

  /** Nothing counted yet; places are lines of the files after the rewrite where these are written. */
  public LeftAloneCount(boolean written) {
    this.written = written;
  }

  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {
    Objects.requireNonNull(file, "file");
    Set<Instruction> counted = new HashSet<>();
    Set<Remedy> here = new HashSet<>();
    for (Note note : rewrite.notes()) {
      Remedy remedy = Remedy.of(note.rule(), note.reason());
      if (note.kind() != Note.Kind.CHANGED && remedy.isOpen() && counted.add(new Instruction(remedy, note.line()))) {
        add(remedy, place(file, rewrite, note), here.add(remedy));
      }
    }
    instructions += (int) counted.stream().map(Instruction::line).distinct().count();
    files += here.isEmpty() ? 0 : 1;
  }

  private Place place(FleetFile file, Rewrite rewrite, Note note) {
    return new Place(file, written ? RewriteLines.of(rewrite).after(note.line()) : note.line());
  }

  private void add(Remedy remedy, Place place, boolean firstOfFile) {
    LeftAlone known = groups.getOrDefault(remedy, new LeftAlone(remedy, 0, 0, List.empty()));
    Seq<Place> places = known.places().size() < PLACES ? known.places().append(place) : known.places();
    groups.put(remedy, new LeftAlone(remedy, known.count() + 1, known.files() + (firstOfFile ? 1 : 0), places));
  }

  /** How many instructions were left alone, wholly or in part, each counted once for all its reasons. */
  public int instructions() {
    return instructions;
  }

  /** How many files have one of them. */
  public int files() {
    return files;
  }

  /** The reasons, the most frequent first. */
  public Seq<LeftAlone> groups() {
    return List.ofAll(groups.values()).sorted(Comparator.comparing(LeftAlone::count).reversed());
  }
}
