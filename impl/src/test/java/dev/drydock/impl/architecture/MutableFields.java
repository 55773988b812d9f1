package dev.drydock.impl.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the fields by which a value could change: those that are not final, and those whose type can change, such as
 * an array, a {@code java.util} collection or a {@code StringBuilder}, also as a type argument.
 *
 * <p>A type of our own is as good as its fields, so these are looked at in turn, through the whole graph.
 */
final class MutableFields {

  private static final String OWN = "dev.drydock.";

  /** Types of others that never change, or that nobody can see change. */
  private static final Set<String> IMMUTABLE =
      Set.of(
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Class",
          "java.math.BigInteger",
          "java.nio.charset.Charset",
          "java.nio.file.Path",
          "java.time.Duration",
          "java.util.regex.Pattern",
          "io.vavr.Lazy",
          "io.vavr.Tuple2",
          "io.vavr.Tuple3",
          "io.vavr.control.Option",
          "io.vavr.collection.Seq",
          "io.vavr.collection.IndexedSeq",
          "io.vavr.collection.Vector",
          "io.vavr.collection.List",
          "io.vavr.collection.Set",
          "io.vavr.collection.SortedSet",
          "io.vavr.collection.HashSet",
          "io.vavr.collection.LinkedHashSet",
          "io.vavr.collection.TreeSet",
          "io.vavr.collection.Map",
          "io.vavr.collection.SortedMap",
          "io.vavr.collection.HashMap",
          "io.vavr.collection.LinkedHashMap",
          "io.vavr.collection.TreeMap",
          "io.vavr.collection.Multimap",
          "io.vavr.collection.CharSeq");

  private final TreeMap<String, String> found = new TreeMap<>();
  private final Set<JavaClass> seen = new LinkedHashSet<>();
  private final Deque<JavaClass> open = new ArrayDeque<>();

  private MutableFields() {}

  /** The fields of these classes, and of all that they hold, by {@code Class.field}, each with what is wrong with it. */
  static Map<String, String> of(Collection<JavaClass> values) {
    MutableFields fields = new MutableFields();
    values.forEach(fields::visit);
    while (!fields.open.isEmpty()) {
      fields.check(fields.open.pop());
    }
    return fields.found;
  }

  private void visit(JavaClass type) {
    if (!isBuilder(type) && seen.add(type)) {
      open.push(type);
    }
  }

  /** Whether a class of Immutables only makes a value. */
  static boolean isBuilder(JavaClass type) {
    return type.getSimpleName().equals("Builder") || type.getSimpleName().equals("InitShim");
  }

  private void check(JavaClass type) {
    for (JavaField field : type.getFields()) {
      boolean generated = field.getModifiers().contains(JavaModifier.SYNTHETIC) || field.getName().equals("initShim");
      if (generated) {
        continue;
      }
      String wrong = field.getModifiers().contains(JavaModifier.FINAL) ? wrongWith(field.getType()) : "is not final";
      if (!wrong.isEmpty()) {
        found.put(simple(type) + "." + field.getName(), wrong);
      }
    }
    type.getRawSuperclass().filter(parent -> parent.getName().startsWith(OWN)).ifPresent(this::visit);
  }

  /** Why a field of this type could change; empty where it could not. */
  private String wrongWith(JavaType type) {
    if (type instanceof JavaTypeVariable<?> variable) {
      return firstWrong(variable.getUpperBounds());
    }
    if (type instanceof JavaWildcardType wildcard) {
      return firstWrong(wildcard.getUpperBounds());
    }
    JavaClass raw = type.toErasure();
    if (!raw.isPrimitive() && !raw.isEnum() && !IMMUTABLE.contains(raw.getName())) {
      if (!raw.getName().startsWith(OWN)) {
        return "may change: " + raw.getName();
      }
      visit(raw);
      raw.getSubclasses().forEach(this::visit);
    }
    return type instanceof JavaParameterizedType generic ? firstWrong(generic.getActualTypeArguments()) : "";
  }

  private String firstWrong(List<JavaType> types) {
    return types.stream().map(this::wrongWith).filter(wrong -> !wrong.isEmpty()).findFirst().orElse("");
  }

  /** {@code Rewrite} or {@code Dockerfile.Reading}, without the package. */
  static String simple(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }
}
