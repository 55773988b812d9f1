package dev.drydock.transform;

import dev.drydock.diff.Matching;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * For each construct of a file after: the index of the one before that it came from, or that it was added beside. The
 * indexes ascend.
 */
final class Lineage implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int[] origins;

  /** For each construct after: whether a step on the way made it another instance. */
  private final boolean[] touched;

  private Lineage(int[] origins, boolean[] touched) {
    this.origins = origins;
    this.touched = touched;
  }

  /** Each construct is itself. */
  static Lineage unchanged(Dockerfile dockerfile) {
    int[] range = IntStream.range(0, dockerfile.constructs().size()).toArray();
    return new Lineage(range, new boolean[range.length]);
  }

  /** The one that a step knows of its constructs. */
  static Lineage of(List<Integer> origins) {
    int[] all = origins.stream().mapToInt(Integer::intValue).toArray();
    return new Lineage(all, new boolean[all.length]);
  }

  /** Found by text; what is new belongs to what it stands before, at the end to what it stands after. */
  static Lineage between(Dockerfile before, Dockerfile after) {
    Map<Construct, Integer> ids = new HashMap<>();
    int[] old = ids(before, ids);
    int[] origins = Matching.of(old, ids(after, ids));
    int next = Math.max(0, old.length - 1);
    for (int i = origins.length - 1; i >= 0; i--) {
      if (origins[i] < 0) {
        origins[i] = next;
      } else {
        next = origins[i];
      }
    }
    return new Lineage(origins, new boolean[origins.length]);
  }

  private static int[] ids(Dockerfile dockerfile, Map<Construct, Integer> ids) {
    int[] all = new int[dockerfile.constructs().size()];
    int i = 0;
    for (Construct construct : dockerfile.constructs()) {
      Integer id = ids.putIfAbsent(construct, ids.size());
      all[i++] = id == null ? ids.size() - 1 : id;
    }
    return all;
  }

  /** This, knowing which constructs are not the instances that they came from. */
  Lineage touching(Dockerfile before, Dockerfile after) {
    boolean[] other = new boolean[origins.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = before.constructs().isEmpty() || before.constructs().get(origins[i]) != after.constructs().get(i);
    }
    return new Lineage(origins, other);
  }

  Lineage andThen(Lineage next) {
    int[] composed = new int[next.origins.length];
    boolean[] either = new boolean[composed.length];
    for (int i = 0; i < composed.length; i++) {
      composed[i] = origin(next.origins[i]);
      either[i] = next.touched[i] || isTouched(next.origins[i]);
    }
    return new Lineage(composed, either);
  }

  /** The way back: what came from a construct is it again, and what was added beside it goes. */
  Lineage reversed(Dockerfile before, Dockerfile after) {
    int last = Math.max(0, origins.length - 1);
    int[] back = new int[before.constructs().size()];
    for (int i = 0; i < back.length; i++) {
      int first = image(i);
      back[i] = Math.min(first, last);
      for (int k = first; k < origins.length && origins[k] == i; k++) {
        if (after.constructs().get(k) == before.constructs().get(i)) {
          back[i] = k;
        }
      }
    }
    return new Lineage(back, new boolean[back.length]).touching(after, before);
  }

  /**
   * What stands in the place of constructs where some changes are taken back; this is the way back.
   *
   * @param there the way there
   * @param original the file that all would lead back to
   * @param changed the file in which they are taken back
   * @param indexes the constructs of the original that are to be as they were
   */
  Map<Integer, Vector<Construct>> placesBack(
      Lineage there, Dockerfile original, Dockerfile changed, Set<Integer> indexes) {
    Map<Integer, Vector<Construct>> places = new HashMap<>();
    for (int index : indexes) {
      Construct construct = original.constructs().get(index);
      int first = there.image(index);
      int end = there.image(index + 1);
      for (int k = first; k < end; k++) {
        places.put(k, places.getOrDefault(k, Vector.of(changed.constructs().get(k))).removeLast(changed.constructs().get(k)::equals));
      }
      int place = origins[index];
      Vector<Construct> now = places.getOrDefault(place, Vector.of(changed.constructs().get(place)));
      places.put(place, first < end || first == there.origins.length ? now.append(construct) : now.insert(now.size() - 1, construct));
    }
    return places;
  }

  /**
   * The constructs that came from the one at this index and differ, where all are asked for and some do; else the first,
   * or the one that stands where there is none.
   */
  List<Integer> imagesThat(int index, boolean all, boolean[] differs) {
    int first = image(index);
    List<Integer> found = IntStream.range(first, image(index + 1)).filter(k -> differs[k]).boxed().toList();
    return all && !found.isEmpty() ? found : List.of(Math.max(0, Math.min(first, origins.length - 1)));
  }

  /** The index before of the construct at this index after. */
  int origin(int index) {
    return index < origins.length ? origins[index] : 0;
  }

  boolean isTouched(int index) {
    return index >= origins.length || touched[index];
  }

  /** The first construct after that came from the one at this index, or else from a later one. */
  int image(int index) {
    int low = 0;
    int high = origins.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (origins[middle] < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The constructs after that came from the one at this index. */
  List<Construct> images(int index, Dockerfile after) {
    List<Construct> images = new ArrayList<>();
    for (int i = image(index); i < origins.length && origins[i] == index; i++) {
      images.add(after.constructs().get(i));
    }
    return images;
  }

  /** The file after with the instances of the file before wherever a construct is as it was. */
  Dockerfile sharing(Dockerfile before, Dockerfile after) {
    if (after == before || after.equals(before)) {
      return before;
    }
    int[] images = counted(before);
    List<Construct> shared = new ArrayList<>(origins.length);
    boolean other = false;
    int i = 0;
    for (Construct construct : after.constructs()) {
      int origin = origins[i++];
      Construct was = before.constructs().isEmpty() ? construct : before.constructs().get(origin);
      Construct kept = images[origin] == 1 && was.equals(construct) ? was : construct;
      other |= kept != construct;
      shared.add(kept);
    }
    return other ? after.withConstructs(shared) : after;
  }

  /** The file after, read anew, with the instances of the file before in the place of those that no step has touched. */
  Dockerfile restored(Dockerfile before, Dockerfile after) {
    if (after.equals(before)) {
      return before;
    }
    List<Construct> shared = new ArrayList<>(origins.length);
    for (int i = 0; i < origins.length; i++) {
      shared.add(touched[i] ? after.constructs().get(i) : before.constructs().get(origins[i]));
    }
    return after.withConstructs(shared);
  }

  /** For each construct before whether it is another one now, or something was added beside it. */
  boolean[] differs(Dockerfile before, Dockerfile after) {
    boolean[] differs = new boolean[Math.max(1, before.constructs().size())];
    if (after == before) {
      return differs;
    }
    int[] images = counted(before);
    for (int i = 0; i < differs.length; i++) {
      differs[i] = images[i] != 1;
    }
    int i = 0;
    for (Construct construct : after.constructs()) {
      int origin = origins[i++];
      differs[origin] |= before.constructs().isEmpty() || before.constructs().get(origin) != construct;
    }
    return differs;
  }

  private int[] counted(Dockerfile before) {
    int[] images = new int[Math.max(1, before.constructs().size())];
    for (int origin : origins) {
      images[origin]++;
    }
    return images;
  }
}
