package dev.drydock.impl.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user sees of some packages: their public types, and for each type the public members that it declares. Not
 * told are the methods that every object, enum or record has.
 */
final class ExportedMembers {

  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
  private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

  private final SortedMap<String, Set<String>> byType = new TreeMap<>();

  private ExportedMembers() {}

  static ExportedMembers of(JavaClasses classes) {
    ExportedMembers members = new ExportedMembers();
    for (JavaClass type : classes) {
      Class<?> reflected = type.reflect();
      if (ProductClasses.isVisible(reflected)) {
        members.byType.put(reflected.getName().replace('$', '.'), membersOf(reflected));
      }
    }
    return members;
  }

  /** How many types there are. */
  int types() {
    return byType.size();
  }

  /** How many members they have together. */
  int members() {
    return byType.values().stream().mapToInt(Set::size).sum();
  }

  /** The page: a heading for each package, then each type with a line for each member. */
  String page() {
    StringBuilder page = new StringBuilder();
    String packageName = "";
    for (var type : byType.entrySet()) {
      String owner = type.getKey().replaceAll("\\.[A-Z].*", "");
      if (!owner.equals(packageName)) {
        packageName = owner;
        page.append("\n## ").append(owner).append("\n");
      }
      page.append("\n### ").append(type.getKey().substring(owner.length() + 1)).append("\n\n```java\n");
      type.getValue().forEach(member -> page.append(member).append('\n'));
      page.append("```\n");
    }
    return page.toString();
  }

  private static Set<String> membersOf(Class<?> type) {
    List<String> lines = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers()) && !field.isSynthetic()) {
        lines.add(type.isEnum() ? field.getName() : isStatic(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName());
      }
    }
    for (Constructor<?> made : type.getDeclaredConstructors()) {
      if (Modifier.isPublic(made.getModifiers()) && !made.isSynthetic()) {
        lines.add("new " + type.getSimpleName() + parameters(made.getGenericParameterTypes()));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      boolean ofEvery = OF_EVERY_OBJECT.contains(method.getName()) || (type.isEnum() && OF_EVERY_ENUM.contains(method.getName()));
      if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && !ofEvery) {
        lines.add(
            isStatic(method.getModifiers())
                + variables(method.getTypeParameters())
                + name(method.getGenericReturnType())
                + " "
                + method.getName()
                + parameters(method.getGenericParameterTypes()));
      }
    }
    return new TreeSet<>(lines);
  }

  private static String isStatic(int modifiers) {
    return Modifier.isStatic(modifiers) ? "static " : "";
  }

  private static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0 ? "" : Stream.of(variables).map(Type::getTypeName).collect(Collectors.joining(", ", "<", "> "));
  }

  private static String parameters(Type[] types) {
    return Arrays.stream(types).map(ExportedMembers::name).collect(Collectors.joining(", ", "(", ")"));
  }

  /** A type without the packages that it stands in. */
  private static String name(Type type) {
    return type.getTypeName().replaceAll("[a-z][\\w]*\\.", "").replace('$', '.');
  }
}
