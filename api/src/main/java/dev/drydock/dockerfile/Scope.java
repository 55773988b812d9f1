package dev.drydock.dockerfile;

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

  private final int stageNumber;
  private final Map<String, Option<String>> values;
  private final Set<String> fixed;
  private final Set<String> environment;
  private final Option<Account> user;
  private final Option<String> workdir;
  private final Vector<String> shell;
  private final Map<String, Account> accounts;
  private final Vector<String> written;
  private final Dockerfile dockerfile;

  private Scope(
      int stageNumber,
      Map<String, Option<String>> values,
      Set<String> fixed,
      Set<String> environment,
      Option<Account> user,
      Option<String> workdir,
      Vector<String> shell,
      Map<String, Account> accounts,
      Vector<String> written,
      Dockerfile dockerfile) {
    this.stageNumber = stageNumber;
    this.values = values;
    this.fixed = fixed;
    this.environment = environment;
    this.user = user;
    this.workdir = workdir;
    this.shell = shell;
    this.accounts = accounts;
    this.written = written;
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
        Vector.of("/bin/sh", "-c"),
        HashMap.empty(),
        Vector.empty(),
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

  /**
   * The distribution that the stage is built on, as far as the name and the tag of its lineage's image tell, with the
   * build arguments' defaults; absent where they do not, and before the first FROM.
   */
  public Option<Distribution> distribution() {
    return stageNumber < 0 ? Option.none() : dockerfile.stages().get(stageNumber).distribution();
  }

  /** What ENV and ARG have set, by name, each with its value where that is known; an ARG's default counts. */
  public Map<String, Option<String>> variables() {
    return values;
  }

  /** A variable's value, where it is set here and known; an ARG's default counts. */
  public Option<String> value(String name) {
    return values.get(name).flatMap(Function.identity());
  }

  /** A variable's value, where it is known and no build argument can change it: set by ENV, from nothing that ARG sets. */
  public Option<String> fixedValue(String name) {
    return fixed.contains(name) ? value(name) : Option.none();
  }

  /** Whether ENV has set the variable, so that it is part of the image. */
  boolean isOfTheImage(String name) {
    return environment.contains(name);
  }

  /** The user that RUN runs as; absent where it is the base image's. */
  public Option<Account> user() {
    return user;
  }

  /** The accounts that RUNs have created, by name. */
  public Map<String, Account> accounts() {
    return accounts;
  }

  /** The home directory of a RUN: what ENV HOME says, else that of the user; absent where it is unknown. */
  public Option<String> home() {
    return values.containsKey("HOME") ? fixedValue("HOME") : user.flatMap(Account::home);
  }

  /** The directory that RUN runs in, absolute; absent where it is the base image's. */
  public Option<String> workdir() {
    return workdir;
  }

  /** What runs a shell form. */
  public Vector<String> shell() {
    return shell;
  }

  /** The absolute paths that COPY, ADD, WORKDIR and the {@code mkdir} of a RUN have written to so far. */
  public Vector<String> written() {
    return written;
  }

  /** A path as it is here: absolute where WORKDIR is known. */
  public Option<String> resolve(String path) {
    return path.startsWith("/")
        ? Option.some(path)
        : workdir.map(at -> at.endsWith("/") ? at + path : at + "/" + path);
  }

  /** A word with its variables expanded as BuildKit does; none where one of them is not known here. */
  public Option<String> expand(String word) {
    return expand(word, name -> value(name).getOrNull());
  }

  /** A word with its variables expanded; none where a build argument could change the result. */
  public Option<String> expandFixed(String word) {
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
    return new Scope(number, values, fixed, environment, user, workdir, shell, accounts, written, dockerfile);
  }

  /** With a build argument, whose value another build may change. */
  Scope withArgument(String name, Option<String> value) {
    return new Scope(
        stageNumber, values.put(name, value), fixed.remove(name), environment, user, workdir, shell, accounts, written, dockerfile);
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
        accounts,
        written,
        dockerfile);
  }

  Scope withUser(Option<Account> account) {
    return new Scope(stageNumber, values, fixed, environment, account, workdir, shell, accounts, written, dockerfile);
  }

  Scope withWorkdir(Option<String> path) {
    return new Scope(stageNumber, values, fixed, environment, user, path, shell, accounts, written, dockerfile);
  }

  Scope withShell(Vector<String> words) {
    return new Scope(stageNumber, values, fixed, environment, user, workdir, words, accounts, written, dockerfile);
  }

  Scope withAccount(Account account) {
    return new Scope(
        stageNumber,
        values,
        fixed,
        environment,
        user,
        workdir,
        shell,
        accounts.put(account.name(), account),
        written,
        dockerfile);
  }

  Scope withoutAccount(String name) {
    return new Scope(
        stageNumber, values, fixed, environment, user, workdir, shell, accounts.remove(name), written, dockerfile);
  }

  Scope withWritten(String path) {
    return new Scope(
        stageNumber, values, fixed, environment, user, workdir, shell, accounts, written.append(path), dockerfile);
  }
}
