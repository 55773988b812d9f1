package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Engine;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is in force at an instruction: what ENV, ARG, USER, WORKDIR and SHELL before it, in its stage and the stages
 * that stage is built on, have set. What only the base image or the builder knows is absent.
 *
 * <p>Source of the rules: BuildKit {@code frontend/dockerfile/dockerfile2llb/convert.go}.
 */
public final class Scope {

  private static final Vector<String> INITIAL_SHELL = Vector.of("/bin/sh", "-c");

  private final int stageNumber;
  private final Map<String, Option<String>> values;
  private final Set<String> fixed;
  private final Set<String> environment;
  private final Option<String> user;
  private final Option<String> workdir;
  private final Vector<String> shell;
  private final Dockerfile dockerfile;

  private Scope(
      int stageNumber,
      Map<String, Option<String>> values,
      Set<String> fixed,
      Set<String> environment,
      Option<String> user,
      Option<String> workdir,
      Vector<String> shell,
      Dockerfile dockerfile) {
    this.stageNumber = stageNumber;
    this.values = values;
    this.fixed = fixed;
    this.environment = environment;
    this.user = user;
    this.workdir = workdir;
    this.shell = shell;
    this.dockerfile = dockerfile;
  }

  /** Where nothing is set yet. */
  static Scope initial(Dockerfile dockerfile) {
    return new Scope(
        -1,
        HashMap.empty(),
        HashSet.empty(),
        HashSet.empty(),
        Option.none(),
        Option.none(),
        INITIAL_SHELL,
        dockerfile);
  }

  /** The number of the stage, counted from 0; -1 before the first FROM. */
  public int stageNumber() {
    return stageNumber;
  }

  /** The frontend that reads the file, as the syntax directive names it; absent where it is the builder's own. */
  public Option<FrontendReference> frontend() {
    return dockerfile.syntax().map(FrontendReference::parse);
  }

  /** What ENV and ARG have set, by name, each with its value where that is known; an ARG's default counts. */
  public Map<String, Option<String>> variables() {
    return values;
  }

  /** A variable's value, where it is set here and known; an ARG's default counts. */
  public Option<String> value(String name) {
    Given.notNull(name, "name");
    return values.get(name).flatMap(Function.identity());
  }

  /** A variable's value, where it is known and no build argument can change it: set by ENV, from nothing that ARG sets. */
  public Option<String> fixedValue(String name) {
    Given.notNull(name, "name");
    return fixed.contains(name) ? value(name) : Option.none();
  }

  /** Whether ENV has set the variable, so that it is part of the image. */
  boolean isOfTheImage(String name) {
    return environment.contains(name);
  }

  /**
   * The user that USER names, without the group; absent where it is the base image's. Variables are expanded, unless a
   * build argument could change the result.
   */
  public Option<String> user() {
    return user;
  }

  /** The directory that RUN runs in, absolute; absent where it is the base image's. */
  public Option<String> workdir() {
    return workdir;
  }

  /** What runs a shell form. */
  public Vector<String> shell() {
    return shell;
  }

  /** A path as it is here: absolute where WORKDIR is known. */
  public Option<String> resolve(String path) {
    Given.notNull(path, "path");
    return path.startsWith("/")
        ? Option.some(path)
        : workdir.map(at -> at.endsWith("/") ? at + path : at + "/" + path);
  }

  /** A word with its variables expanded as BuildKit does; none where one of them is not known here. */
  public Option<String> expand(String word) {
    Given.notNull(word, "word");
    return expand(word, name -> value(name).getOrNull());
  }

  /** A word with its variables expanded; none where a build argument could change the result. */
  public Option<String> expandFixed(String word) {
    Given.notNull(word, "word");
    return expand(word, name -> fixedValue(name).getOrNull());
  }

  private Option<String> expand(String word, Function<String, @Nullable String> lookup) {
    char escape = dockerfile.escape();
    if (word.indexOf('$') < 0 && word.indexOf('"') < 0 && word.indexOf('\'') < 0 && word.indexOf(escape) < 0) {
      return Option.some(word);
    }
    return Option.of(Engine.get().expand(word, escape, lookup));
  }

  Scope inStage(int number) {
    return new Scope(number, values, fixed, environment, user, workdir, shell, dockerfile);
  }

  /** With a build argument, whose value another build may change. */
  Scope withArgument(String name, Option<String> value) {
    return new Scope(
        stageNumber, values.put(name, value), fixed.remove(name), environment, user, workdir, shell, dockerfile);
  }

  /** With a variable that ENV has set. */
  Scope withVariable(String name, Option<String> value, boolean isFixed) {
    return new Scope(
        stageNumber,
        values.put(name, value),
        isFixed ? fixed.add(name) : fixed.remove(name),
        environment.add(name),
        user,
        workdir,
        shell,
        dockerfile);
  }

  Scope withUser(String name) {
    return new Scope(stageNumber, values, fixed, environment, Option.some(name), workdir, shell, dockerfile);
  }

  Scope withWorkdir(Option<String> path) {
    return new Scope(stageNumber, values, fixed, environment, user, path, shell, dockerfile);
  }

  Scope withShell(Vector<String> words) {
    return new Scope(stageNumber, values, fixed, environment, user, workdir, words, dockerfile);
  }

  /** The stage, and what is set: {@code stage 1: USER app, WORKDIR /src, PATH=/venv/bin, TOKEN}; a name alone has no known value. */
  @Override
  public String toString() {
    Vector<String> set =
        Vector.<String>ofAll(user.map(name -> "USER " + name))
            .appendAll(workdir.map(path -> "WORKDIR " + path))
            .appendAll(shell.equals(INITIAL_SHELL) ? Option.none() : Option.some("SHELL " + shell.mkString(" ")))
            .appendAll(
                values.toVector()
                    .map(variable -> variable._1 + variable._2.map(value -> "=" + value).getOrElse(""))
                    .sorted());
    return (stageNumber < 0 ? "before the first FROM" : "stage " + stageNumber)
        + (set.isEmpty() ? "" : ": " + set.mkString(", "));
  }
}
