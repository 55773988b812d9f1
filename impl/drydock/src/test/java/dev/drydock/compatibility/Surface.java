package dev.drydock.compatibility;

import dev.drydock.compatibility.Break.Kind;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What other code can see of some types: for each type and each of its members what a class file that uses it holds
 * ({@code linked}: words), and what a source that uses it relies on ({@code compiled}).
 *
 * <p>Source of the kinds: The Java Language Specification, chapter 13, <i>Binary Compatibility</i>.
 */
final class Surface {

  /** What takes a freedom from users where it is new; every other word is a promise, which must stay. */
  private static final Set<String> RESTRICTIONS = Set.of("final", "abstract", "sealed");

  private record Entry(String linked, String compiled) {}

  private final SortedMap<String, Entry> entries;

  private Surface(SortedMap<String, Entry> entries) {
    this.entries = entries;
  }

  /** The surface of these types; those that others cannot see are left out. */
  static Surface of(Stream<Class<?>> types) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    types.filter(Surface::isVisible).forEach(type -> addType(entries, type));
    return new Surface(entries);
  }

  /** The surface that {@link #text()} gave. */
  static Surface parse(String text) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    for (String line : text.lines().toList()) {
      String[] columns = line.split("\t", 3);
      entries.put(columns[0], new Entry(columns[1], columns[2]));
    }
    return new Surface(entries);
  }

  /** A line for each type and member: key, linked, compiled, with a tab between them. */
  String text() {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + "\t" + entry.getValue().linked() + "\t" + entry.getValue().compiled() + "\n")
        .collect(Collectors.joining());
  }

  /** What users of this surface lose where they get another one. */
  List<Break> breaksIn(Surface now) {
    List<Break> breaks = new ArrayList<>();
    entries.forEach((key, before) -> {
      Entry after = now.entries.get(key);
      if (after == null) {
        breaks.add(new Break(Kind.BINARY, key, before.linked(), Break.GONE));
      } else if (!links(before.linked(), after.linked())) {
        breaks.add(new Break(Kind.BINARY, key, before.linked(), after.linked()));
      } else if (!before.compiled().equals(after.compiled())) {
        breaks.add(new Break(Kind.SOURCE, key, before.compiled(), after.compiled()));
      }
    });
    now.entries.forEach((key, after) -> {
      if (!entries.containsKey(key) && isLeftToImplement(key, after)) {
        breaks.add(new Break(Kind.SOURCE, key, "not there", after.linked()));
      }
    });
    return breaks;
  }

  private static boolean links(String before, String after) {
    Set<String> promised = words(before);
    Set<String> given = words(after);
    return given.containsAll(promised.stream().filter(word -> !RESTRICTIONS.contains(word)).toList())
        && promised.containsAll(given.stream().filter(RESTRICTIONS::contains).toList());
  }

  private static Set<String> words(String linked) {
    return new LinkedHashSet<>(List.of(linked.split(" ")));
  }

  /** Whether a member that is new must be implemented by types that are already out there. */
  private boolean isLeftToImplement(String key, Entry member) {
    Entry type = key.contains("#") ? entries.get(key.substring(0, key.indexOf('#'))) : null;
    return type != null && words(type.linked()).contains("extensible") && words(member.linked()).contains("abstract");
  }

  /** Whether other code can name a type: it and all that it is nested in are public. */
  private static boolean isVisible(Class<?> type) {
    boolean visible = !type.isAnonymousClass() && !type.isLocalClass() && !type.isSynthetic();
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      visible &= Modifier.isPublic(outer.getModifiers());
    }
    return visible;
  }

  private static void addType(SortedMap<String, Entry> entries, Class<?> type) {
    String name = type.getCanonicalName();
    entries.put(name, new Entry(linked(type), compiled(type)));
    Stream.of(type.getDeclaredFields()).filter(Surface::isSeen).forEach(field -> entries.put(name + "#" + field.getName(), entry(field)));
    Stream.of(type.getDeclaredConstructors()).filter(Surface::isSeen).forEach(made -> entries.put(name + "#new" + erased(made), entry(made)));
    methods(type).forEach(method -> entries.put(name + "#" + method.getName() + erased(method), entry(method)));
  }

  /** Its own methods, and those that it has from types that users cannot name. */
  private static Stream<Method> methods(Class<?> type) {
    return Stream.concat(supertypes(type).filter(above -> !isVisible(above)), Stream.of(type))
        .flatMap(each -> Stream.of(each.getDeclaredMethods()))
        .filter(method -> isSeen(method) && !isOfEveryObject(method));
  }

  private static boolean isOfEveryObject(Method method) {
    return Stream.of(Object.class.getMethods())
        .anyMatch(other -> other.getName().equals(method.getName()) && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
  }

  private static <M extends AnnotatedElement & java.lang.reflect.Member> boolean isSeen(M member) {
    boolean forHeirs = Modifier.isProtected(member.getModifiers()) && isExtensible(member.getDeclaringClass());
    return !member.isSynthetic() && (Modifier.isPublic(member.getModifiers()) || forHeirs);
  }

  /** Whether other code may have types that are one of these. */
  private static boolean isExtensible(Class<?> type) {
    if (type.isAnnotation() || type.isSealed() || Modifier.isFinal(type.getModifiers())) {
      return false;
    }
    return type.isInterface()
        || Stream.of(type.getDeclaredConstructors()).anyMatch(made -> (made.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
  }

  private static String linked(Class<?> type) {
    List<String> words = new ArrayList<>();
    words.add(type.isAnnotation() ? "annotation" : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class");
    if (!type.isInterface()) {
      words.addAll(modifiers(type.getModifiers() & (Modifier.FINAL | Modifier.ABSTRACT)));
    }
    if (type.isSealed()) {
      words.add("sealed");
    }
    if (isExtensible(type)) {
      words.add("extensible");
    }
    if (type.getEnclosingClass() != null) {
      words.add(Modifier.isStatic(type.getModifiers()) ? "nested" : "inner");
    }
    supertypes(type).filter(Surface::isVisible).map(Class::getName).sorted().forEach(words::add);
    return String.join(" ", words);
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    Stream<Class<?>> own = Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
    return own.flatMap(above -> Stream.concat(Stream.of(above), supertypes(above))).distinct();
  }

  private static String compiled(Class<?> type) {
    StringBuilder compiled = new StringBuilder(variables(type.getTypeParameters()));
    compiled.append(join(Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces())), Surface::name));
    if (type.isSealed()) {
      compiled.append(" permits ").append(join(Stream.of(type.getPermittedSubclasses()), Surface::name));
    }
    if (type.isRecord()) {
      compiled.append(" of ").append(join(Stream.of(type.getRecordComponents()), part -> name(part.getGenericType()) + " " + part.getName()));
    }
    if (type.isEnum()) {
      compiled.append(" of ").append(join(Stream.of(type.getEnumConstants()), Object::toString));
    }
    return compiled.toString();
  }

  private static Entry entry(Field field) {
    return new Entry(
        String.join(" ", modifiersOfMember(field.getModifiers())) + " " + field.getType().getName(), name(field.getGenericType()));
  }

  private static Entry entry(Executable member) {
    String linked = String.join(" ", modifiersOfMember(member.getModifiers()));
    String thrown = member.getGenericExceptionTypes().length == 0 ? "" : " throws " + join(Stream.of(member.getGenericExceptionTypes()), Surface::name);
    String parameters = "(" + join(Stream.of(member.getGenericParameterTypes()), Surface::name) + (member.isVarArgs() ? "…" : "") + ")" + thrown;
    return member instanceof Method method
        ? new Entry(
            linked + " " + method.getReturnType().getName(),
            variables(method.getTypeParameters()) + name(method.getGenericReturnType()) + parameters)
        : new Entry(linked, parameters);
  }

  private static List<String> modifiersOfMember(int modifiers) {
    List<String> words = new ArrayList<>();
    words.add(Modifier.isStatic(modifiers) ? "static" : "instance");
    words.add(Modifier.isPublic(modifiers) ? "public" : "protected");
    words.addAll(modifiers(modifiers & (Modifier.FINAL | Modifier.ABSTRACT)));
    return words;
  }

  private static List<String> modifiers(int modifiers) {
    return modifiers == 0 ? List.of() : List.of(Modifier.toString(modifiers).split(" "));
  }

  private static String erased(Executable member) {
    return "(" + join(Stream.of(member.getParameterTypes()), Class::getTypeName) + ")";
  }

  private static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : "<" + join(Stream.of(variables), variable -> variable + bounds(variable)) + "> ";
  }

  private static String bounds(TypeVariable<?> variable) {
    String bounds = join(Stream.of(variable.getBounds()), Surface::name);
    return bounds.equals("java.lang.Object") ? "" : " extends " + bounds;
  }

  private static String name(@Nullable Type type) {
    return type == null ? "" : type.getTypeName();
  }

  private static <T> String join(Stream<? extends T> parts, Function<T, String> name) {
    return parts.map(name).collect(Collectors.joining(", "));
  }
}
