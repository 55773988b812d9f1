package dev.drydock.impl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.CacheIds;
import dev.drydock.caching.Distribution;
import dev.drydock.caching.ImageFacts;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.TextPattern;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Run;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.CommandCall;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Rule;
import dev.drydock.transform.Transform;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Null is refused at the call, by the parameter's name: each public method and constructor of the exported packages is
 * called with null for one parameter and something for the others. What an abstract method of an interface does is left to who
 * implements it.
 */
class NullSweepTest {

  /** These take null as any object does. */
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "valueOf");

  private static final Dockerfile FILE =
      Dockerfile.parse(
          """
          # syntax=docker/dockerfile:1
          # A comment.

          ARG A=1
          FROM python:3.12 AS build
          SHELL ["/bin/bash", "-c"]
          ENV B=2
          LABEL c=d
          WORKDIR /app
          ADD a /a
          COPY b /b
          RUN --mount=type=cache,target=/c X=1 pip install flask > /log && rm -rf /tmp
          EXPOSE 80
          VOLUME /data
          USER app
          ONBUILD RUN x
          STOPSIGNAL SIGINT
          MAINTAINER me
          HEALTHCHECK CMD x
          ENTRYPOINT ["x"]
          CMD ["y"]
          """);

  private static final Run RUN = FILE.instructions().filter(Run.class::isInstance).map(Run.class::cast).head();
  private static final ShellScript SCRIPT = RUN.script().get();
  private static final SimpleCommand COMMAND = SCRIPT.commands().head();

  /** Something of each type, to call a method on and to give to its other parameters. */
  private static final List<Object> SOMETHING = something();

  private static List<Object> something() {
    List<Object> all = new ArrayList<>();
    all.add(FILE);
    all.addAll(FILE.constructs().asJava());
    all.addAll(FILE.stages().asJava());
    all.add(FILE.scope(RUN));
    all.add(FILE.stages().head().base());
    all.add(RUN.flags().head());
    all.addAll(Vector.of("type=cache,target=/a", "type=bind,target=/a", "type=tmpfs,target=/a", "type=secret,id=a", "type=ssh").flatMap(Mount::parse).asJava());
    all.add(SCRIPT);
    all.add(COMMAND);
    all.add(COMMAND.words().head());
    all.add(COMMAND.assignments().head());
    all.add(COMMAND.redirections().head());
    all.add(new Span(0, 1));
    all.add(new TextEdit(0, 1, "a"));
    all.add(Edit.keep());
    all.add(new CommandCall(RUN, COMMAND, FILE.scope(RUN)));
    all.add(ScriptEdit.none());
    all.add(Rule.all().head());
    all.add(Note.Kind.CHANGED);
    all.add(new Note(Note.Kind.CHANGED, "a", 1, new Span(0, 1), "b", "c"));
    all.add(Rewrite.unchanged(FILE));
    all.add(Transform.identity());
    all.add(PackageManagers.PIP);
    all.add(PackageManager.named("x"));
    all.add(CacheDirectory.shared("/a"));
    all.add(CacheIds.byTarget());
    all.add(TextPattern.anyOf("a"));
    all.add(new CacheDirectory.Move("A", ""));
    all.add(Distribution.of(FILE.stages().head().base()).get());
    all.add(KnownPrograms.parse(""));
    all.add(ImageFacts.of(FILE));
    all.addAll(PackageManagers.PIP.installs(FILE).asJava());
    all.add(Transforms.pythonCaching());
    all.add("a");
    all.add('\\');
    all.add(true);
    all.add(1);
    all.add(1L);
    all.add(Vector.of());
    all.add(HashMap.of("a", "b"));
    all.add(Map.of("a", "b"));
    all.add(Option.none());
    all.add(Path.of("a"));
    all.add(Duration.ofSeconds(1));
    all.add(Construct.class);
    return all;
  }

  @Test
  void nullIsRefusedByItsName() {
    Set<String> taken = new TreeSet<>();
    int[] calls = new int[1];
    for (Class<?> type : exported()) {
      List<Executable> members = new ArrayList<>(List.of(type.getDeclaredMethods()));
      members.addAll(List.of(type.getDeclaredConstructors()));
      for (Executable member : members) {
        boolean ofImplementers = type.isInterface() && Modifier.isAbstract(member.getModifiers());
        if (Modifier.isPublic(member.getModifiers()) && !ofImplementers && !member.isSynthetic() && !OF_EVERY_OBJECT.contains(member.getName())) {
          sweep(type, member, taken, calls);
        }
      }
    }
    assertThat(taken).as("taken null, or refused it without the name").isEmpty();
    assertThat(calls[0]).as("calls with null").isGreaterThan(200);
  }

  private static void sweep(Class<?> type, Executable member, Set<String> taken, int[] calls) {
    Parameter[] parameters = member.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].getType().isPrimitive()) {
        calls[0]++;
        String fault = call(type, member, i);
        if (!fault.isEmpty()) {
          taken.add(type.getSimpleName() + "." + member.getName() + "(" + parameters[i].getName() + "): " + fault);
        }
      }
    }
  }

  /** What is wrong with the answer to null for the parameter of this index; empty where nothing is. */
  private static String call(Class<?> type, Executable member, int index) {
    Parameter[] parameters = member.getParameters();
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      arguments[i] = i == index ? null : some(parameters[i].getType());
    }
    Object receiver = Modifier.isStatic(member.getModifiers()) || member instanceof Constructor<?> ? "none" : some(type);
    if (receiver == null) {
      return "nothing to call it on";
    }
    try {
      if (member instanceof Method method) {
        method.invoke(receiver, arguments);
      } else {
        ((Constructor<?>) member).newInstance(arguments);
      }
      return "taken";
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      boolean named = cause instanceof NullPointerException && String.valueOf(cause.getMessage()).matches(parameters[index].getName() + "(:.*)?");
      return named ? "" : String.valueOf(cause);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return "not called: " + e;
    }
  }

  /** Something of this type. */
  private static @Nullable Object some(Class<?> type) {
    if (type == byte[].class) {
      return new byte[0];
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    Class<?> boxed = java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    for (Object one : SOMETHING) {
      if (boxed.isInstance(one)) {
        return one;
      }
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isInterface()) {
      return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> method.getReturnType() == boolean.class ? Boolean.TRUE : null);
    }
    return null;
  }

  private static List<Class<?>> exported() {

    List<Class<?>> types = new ArrayList<>();
    ProductClasses.of(ProductClasses.EXPORTED.toArray(String[]::new)).stream()
        .map(type -> type.reflect())
        .filter(type -> isExported(type))
        .forEach(types::add);
    return types;
  }

  private static boolean isExported(Class<?> type) {
    boolean isPublic = !type.isAnonymousClass() && !type.isLocalClass();
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      isPublic &= Modifier.isPublic(outer.getModifiers());
    }
    return isPublic;
  }
}
