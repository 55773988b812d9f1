package dev.drydock.impl.caching.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.impl.caching.effect.Removal.Outcome;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a directory that a command removes, empties, or has nothing to do with. */
class RemovalTest {

  private static Vector<Removal> removals(Invocation invocation) {
    return removals(invocation, Calls.NOTHING_KNOWN);
  }

  private static Vector<Removal> removals(Invocation invocation, Surroundings surroundings) {
    return Vector.ofAll(Programs.effects(invocation, surroundings))
        .filter(Effect.Removes.class::isInstance)
        .map(effect -> ((Effect.Removes) effect).removal());
  }

  private static Outcome outcome(Invocation invocation, String directory) {
    return outcome(invocation, Calls.NOTHING_KNOWN, directory);
  }

  private static Outcome outcome(Invocation invocation, Surroundings surroundings, String directory) {
    return removals(invocation, surroundings).map(removal -> removal.outcome(directory)).fold(Outcome.NOTHING, Outcome::or);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rm -rf /srv/c                            | REMOVED
          rm -rf /srv/c/x                          | REMOVED
          rm -rf /srv/c/x/                         | REMOVED
          rm -R c                                  | REMOVED
          rm -rf /srv/*                            | REMOVED
          rm -rf {/srv/c,/srv}                     | REMOVED
          rm -rf /srv/c/x /srv/c/x/y               | REMOVED
          rm -rf /srv/c/x/*                        | EMPTIED
          rm -f /srv/c/x/y                         | EMPTIED
          rm -f c/x/*.whl                          | EMPTIED
          rm -rf /srv/*/x/y                        | UNKNOWN
          rm -rf /srv/{c,d}                        | UNKNOWN
          rm -rf $X/cache                          | UNKNOWN
          rm -rf /srv/c/$X                         | UNKNOWN
          rm -rf /srv/c/x/$X                       | UNKNOWN
          rm -r$X /srv/c                           | UNKNOWN
          rm -$X /srv/c/x                          | UNKNOWN
          rm $X /srv/c/x                           | UNKNOWN
          rm -f $X/y /srv/c/x/y                    | EMPTIED
          rm "$X" /srv/c/x                         | NOTHING
          rm -f /srv/c/x                           | NOTHING
          rm -f /srv/c/{x,y}                       | NOTHING
          rm -rf /srv/d                            | NOTHING
          rm -rf /srv/cc                           | NOTHING
          rm -rf '/srv/*'                          | NOTHING
          rm -rf /srv/d/{c,x}                      | NOTHING
          rm -rf /srv/d$X                          | NOTHING
          rm -rf /$X                               | NOTHING
          rm -rf $X                                | NOTHING
          rmdir /srv/c/x                           | NOTHING
          rmdir /srv/c/x/y                         | EMPTIED
          find /srv/c/x -delete                    | REMOVED
          find -L /srv/c/x -exec rm -rf {} +       | REMOVED
          find /srv/c/x -name x -delete            | REMOVED
          find /srv/c/x -name 'x*' -delete         | REMOVED
          find /srv/c/x -name y -delete            | EMPTIED
          find /srv/c/x -iname y -delete           | EMPTIED
          find /srv/c/x -mindepth 1 -delete        | EMPTIED
          find /srv/c/x -type f -delete            | EMPTIED
          find /srv/c/x/y -delete                  | EMPTIED
          find /srv/d /srv/c/x/y -delete           | EMPTIED
          find /srv/c -delete                      | UNKNOWN
          find /srv -name '*.pyc' -okdir unlink {} + | UNKNOWN
          find -delete                             | UNKNOWN
          find ( -name y ) -delete                 | UNKNOWN
          find /srv/d -delete                      | NOTHING
          find /srv/c/x -name y                    | NOTHING
          find /srv/c/x -exec cat {} +             | NOTHING
          apt-get dist-clean                       | NOTHING
          ls /srv/c                                | NOTHING
          """)
  void aRemovalIsReadAsItsProgramReadsIt(String command, Outcome outcome) {
    assertThat(outcome(Calls.of(command.replace("( ", "\\( ").replace(" )", " \\)")), "/srv/c/x")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rm -rf c/x     | UNKNOWN
          rm -rf x       | UNKNOWN
          rm -rf x/y     | UNKNOWN
          rm -rf c       | UNKNOWN
          rm -rf srv     | NOTHING
          rm -rf d/x     | NOTHING
          rm -rf *       | NOTHING
          find -delete   | NOTHING
          """)
  void fromADirectoryThatIsNotKnownAPathMayLeadAnywhere(String command, Outcome outcome) {
    assertThat(outcome(Calls.in(Option.none(), command), "/srv/c/x")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -rf *", "rm -rf $X", "rm -rf \"$X\"", "find $X -delete", "ls | xargs rm -rf"})
  void itMayBeTheOneThatTheRunSpeaksOf(String command) {
    Invocation invocation = Calls.in(Option.none(), command);
    assertThat(outcome(invocation, new Calls.Around("/srv/c", "xargs"), "/srv/c")).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(invocation, new Calls.Around("/srv/d", "xargs"), "/srv/c")).isEqualTo(Outcome.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "ls, /srv/c, UNKNOWN", "ls, /srv/c/x, UNKNOWN", "ls, /srv, UNKNOWN", "ls, /srv/.c/x, NOTHING", "ls /srv/, /srv/.c, NOTHING", "ls -l, /srv/.c, NOTHING",
    "ls -a, /srv/.c, UNKNOWN", "ls -lA, /srv/.c/x, UNKNOWN", "ls -f, /srv/.c, UNKNOWN", "ls --all, /srv/.c, UNKNOWN", "ls --almost-all, /srv/.c, UNKNOWN",
    "ls /, /.c/x, NOTHING", "ls /, /c/x, UNKNOWN", "ls -a /, /.c/x, UNKNOWN", "ls .c, /srv/.c/x, UNKNOWN", "ls /srv/d, /srv/c, NOTHING", "ls /srv/d .., /srv/c, UNKNOWN",
    "ls /srv/c*, /srv/c/x, UNKNOWN"
  })
  void whatIsListedForARemovalMayGoIfItIsNotHidden(String command, String directory, Outcome outcome) {
    Invocation listing = Calls.of(command + " | xargs rm -rf");
    assertThat(outcome(listing, new Calls.Around("", "xargs"), directory)).isEqualTo(outcome);
    assertThat(outcome(listing, Calls.NOTHING_KNOWN, directory)).isEqualTo(Outcome.NOTHING);
    assertThat(outcome(Calls.of(command), new Calls.Around("", "xargs"), directory)).isEqualTo(Outcome.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rm -rf /srv/c/x                        | /srv/c/x           | true
          rm -rf /srv/c                          | /srv/c/x           | true
          rm -rf /srv/c/x/*                      | /srv/c/x           | true
          rm -rf /srv/c/x/*_*                    | /srv/c/x           | false
          rm -rf /srv/c/x/y                      | /srv/c/x           | false
          rm -rf /srv/c/x/*.whl                  | /srv/c/x           | false
          rm -rf /var/lib/apt/lists/*_*          | /var/lib/apt/lists | true
          find /srv/c/x -delete                  | /srv/c/x           | true
          find /srv/c/x -type f -delete          | /srv/c/x           | true
          find /srv/c/x -mindepth 1 -exec rm {} + | /srv/c/x          | true
          find /srv/c/x -name '*.whl' -delete    | /srv/c/x           | false
          find /srv/c/x/y -delete                | /srv/c/x           | false
          apt-get dist-clean                     | /var/lib/apt/lists | true
          """)
  void itTakesAllOrSomeOfWhatIsInTheDirectory(String command, String directory, boolean all) {
    assertThat(removals(Calls.of(command)).flatMap(removal -> removal.of(directory)).map(Removal.Removed::whole)).containsExactly(all);
  }

  @ParameterizedTest
  @CsvSource({
    "find /srv, PRINTS", "find /srv -name -exec, PRINTS", "find /srv -delete, DELETES", "find /srv -exec rm {} +, DELETES", "find /srv -okdir /bin/unlink {} +, DELETES",
    "find /srv -exec cat {} +, RUNS", "find /srv -execdir x {} +, RUNS"
  })
  void whatFindDoesIsToldByItsLastWords(String command, Find.Action action) {
    assertThat(new Find(Calls.of(command), Calls.NOTHING_KNOWN).action()).isEqualTo(action);
  }

  @Test
  void wordsThatHaveToDoWithTheDirectoryAreToldFromTheOthers() {
    Removal.Removed removed = removals(Calls.of("rm -rf /srv/d /srv/c/x/y /srv/c/x/z")).head().of("/srv/c/x").get();
    assertThat(removed.words().map(Argument::text)).containsExactly("/srv/c/x/y", "/srv/c/x/z");
    assertThat(removed.targets().map(Argument::text)).containsExactly("/srv/d", "/srv/c/x/y", "/srv/c/x/z");
    assertThat(removed.all()).isFalse();
    assertThat(removals(Calls.of("rm -rf /srv/d /srv/c/x/y")).head().of("/srv/e")).isEmpty();
    assertThat(removals(Calls.of("find /srv/d -delete")).head().of("/srv/e")).isEmpty();
    assertThat(removals(Calls.of("find /srv/d /srv/e -delete")).head().of("/srv/e").get().places()).containsExactly(Place.at("/srv/e"));
    assertThat(removals(Calls.of("find -delete")).head().of("/srv").get().places()).containsExactly(Place.at("/srv"));
    assertThat(removals(Calls.of("rm -rf /srv/d")).head().of("/srv/d").get().all()).isTrue();
  }
}
