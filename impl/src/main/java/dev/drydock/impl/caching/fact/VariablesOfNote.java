package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.BuildSettingNames;
import dev.drydock.impl.caching.effect.Paths;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;

/**
 * Of the variables that ENV and ARG have set so far, those that a rule may ask about: found by what they are, so that
 * nobody goes through all of them for each RUN.
 *
 * @param settings the names of those that may say something to a package manager
 * @param firstWords their names by the word by which they may belong to a package
 * @param paths the absolute path that a variable holds, clean, by name
 * @param within for each directory the names of the variables that hold a path there or below
 */
public record VariablesOfNote(
    SortedSet<String> settings,
    Map<String, SortedSet<String>> firstWords,
    Map<String, String> paths,
    Map<String, SortedSet<String>> within) {

  static final VariablesOfNote NONE =
      new VariablesOfNote(TreeSet.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty());

  /** With what these variables are in a scope. */
  VariablesOfNote with(Set<String> names, Scope scope, SettingNames known) {
    VariablesOfNote all = this;
    for (String name : names) {
      all = all.without(name).with(name, scope.value(name), known);
    }
    return all;
  }

  private VariablesOfNote with(String name, Option<String> value, SettingNames known) {
    SortedSet<String> saying =
        known.isSetting(name, value.getOrElse("")) ? settings.add(name) : settings;
    String word = BuildSettingNames.firstWord(name);
    Map<String, SortedSet<String>> words =
        word.isEmpty() ? firstWords : firstWords.put(word, ofPackage(word).add(name));
    Option<String> path = value.filter(held -> held.startsWith("/")).map(Paths::clean);
    if (path.isEmpty()) {
      return new VariablesOfNote(saying, words, paths, within);
    }
    Map<String, SortedSet<String>> held = within;
    for (String at = path.get(); ; at = Paths.parent(at)) {
      held = held.put(at, within(at).add(name));
      if (at.equals("/")) {
        return new VariablesOfNote(saying, words, paths.put(name, path.get()), held);
      }
    }
  }

  private VariablesOfNote without(String name) {
    Option<String> path = paths.get(name);
    if (path.isEmpty()) {
      return settings.contains(name)
          ? new VariablesOfNote(settings.remove(name), firstWords, paths, within)
          : this;
    }
    Map<String, SortedSet<String>> held = within;
    for (String at = path.get(); ; at = Paths.parent(at)) {
      held = held.put(at, within(at).remove(name));
      if (at.equals("/")) {
        return new VariablesOfNote(settings.remove(name), firstWords, paths.remove(name), held);
      }
    }
  }

  /** The names of the variables that begin with a word of a package's name, in alphabetical order. */
  public SortedSet<String> ofPackage(String word) {
    return firstWords.getOrElse(word, TreeSet.empty());
  }

  /** The names of the variables that hold a path in this directory or below, in alphabetical order. */
  public SortedSet<String> within(String directory) {
    return within.getOrElse(directory, TreeSet.empty());
  }
}
