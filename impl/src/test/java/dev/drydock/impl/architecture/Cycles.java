package dev.drydock.impl.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files that use each other in a circle, by Tarjan's algorithm; a nested class counts as its file. */
final class Cycles {

  private final Map<String, Set<String>> uses;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<String> onPath = new HashSet<>();
  private final List<Set<String>> found = new ArrayList<>();

  private Cycles(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  /** The cycles among these classes, the largest first. */
  static List<Set<String>> among(Iterable<JavaClass> classes) {
    Map<String, Set<String>> uses = new TreeMap<>();
    classes.forEach(type -> uses.putIfAbsent(file(type), new TreeSet<>()));
    classes.forEach(
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .map(used -> file(used.getTargetClass().getBaseComponentType()))
                .filter(used -> uses.containsKey(used) && !used.equals(file(type)))
                .forEach(uses.computeIfAbsent(file(type), key -> new TreeSet<>())::add));
    return in(uses);
  }

  /** The cycles of a graph, the largest first. */
  static List<Set<String>> in(Map<String, Set<String>> uses) {
    Cycles cycles = new Cycles(uses);
    uses.keySet().stream().sorted().filter(file -> !cycles.numbers.containsKey(file)).forEach(cycles::visit);
    cycles.found.sort(Collections.reverseOrder(java.util.Comparator.comparingInt(Set::size)));
    return cycles.found;
  }

  /** The name of the file that declares a class: that of its outermost class, without the packages all have. */
  private static String file(JavaClass type) {
    return type.getName().replaceAll("\\$.*", "").replace("dev.drydock.impl.caching.", "");
  }

  private void visit(String file) {
    numbers.put(file, numbers.size());
    lowest.put(file, numbers.get(file));
    path.push(file);
    onPath.add(file);
    for (String used : uses.getOrDefault(file, Set.of())) {
      if (!numbers.containsKey(used)) {
        visit(used);
        lowest.merge(file, lowest.get(used), Math::min);
      } else if (onPath.contains(used)) {
        lowest.merge(file, numbers.get(used), Math::min);
      }
    }
    if (lowest.get(file).equals(numbers.get(file))) {
      close(file);
    }
  }

  private void close(String first) {
    Set<String> component = new TreeSet<>();
    String file;
    do {
      file = path.pop();
      onPath.remove(file);
      component.add(file);
    } while (!file.equals(first));
    if (component.size() > 1) {
      found.add(component);
    }
  }
}
