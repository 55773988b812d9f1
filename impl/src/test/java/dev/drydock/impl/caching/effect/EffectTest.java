package dev.drydock.impl.caching.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which directories an effect has to do with: those in which it is, those that hold its place, or both. */
class EffectTest {

  private static Effect effect(String kind, String path) {
    Place place = Place.at(path);
    return switch (kind) {
      case "uses" -> new Effect.Uses(place);
      case "lists" -> new Effect.Lists(place, false);
      case "walks into" -> new Effect.Lists(place, true);
      case "tests" -> new Effect.Tests(place);
      case "creates" -> new Effect.Creates(place, false);
      case "creates anew" -> new Effect.Creates(place, true);
      case "fills" -> new Effect.Fills(place);
      case "needs empty" -> new Effect.NeedsEmpty(place);
      case "spreads" -> new Effect.Spreads(place);
      case "walks" -> new Effect.Walks(place, false);
      case "replaces" -> new Effect.Replaces(place);
      case "needs to remove" -> new Effect.NeedsToRemove(place);
      case "displaces" -> new Effect.Displaces(place);
      case "gives" -> new Effect.Gives(place, Effect.Gives.Right.OWNER, Option.none(), false);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          uses            | /srv/c/x | /srv /srv/c /srv/c/x      | /srv/c/x/y /srv/d
          lists           | /srv/c   | /srv /srv/c               | /srv/c/x /srv/d
          walks into      | /srv/c   | /srv /srv/c /srv/c/x      | /srv/d
          tests           | /srv/c   | /srv /srv/c /srv/c/x      | /srv/d
          tests           | /root    | /root                     | /root/.cache
          creates         | /srv/c   | /srv /srv/c               | /srv/c/x /srv/d
          creates anew    | /srv/c   | /srv /srv/c /srv/c/x      | /srv/d
          creates anew    | /root    | /root                     | /root/.cache
          fills           | /srv/c   | /srv/c /srv/c/x           | /srv /srv/d
          fills           | /        |                           | / /srv
          needs empty     | /srv/c   | /srv/c /srv/c/x           | /srv /srv/d
          spreads         | /srv/c   | /srv/c /srv/c/x           | /srv /srv/c/.x /srv/d
          spreads         | /root    |                           | /root/x
          walks           | /srv/c   | /srv /srv/c /srv/c/x      | /srv/d
          replaces        | /srv/c   | /srv /srv/c /srv/c/x      | /srv/d
          replaces        | /root    | /root                     | /root/.cache
          needs to remove | /srv/c/x | /srv /srv/c               | /srv/c/x /srv/c/x/y /srv/d
          displaces       | /srv/c   | /srv/c /srv/c/x           | /srv /srv/d
          gives           | /srv/c   | /srv/c /srv/c/x           | /srv /srv/d
          """)
  void anEffectConcernsADirectoryByWhereItIs(String kind, String path, String concerned, String others) {
    assertConcerns(effect(kind, path), concerned, others);
  }

  @Test
  void plainNamesLieInTheDirectoryOfTheCommand() {
    assertConcerns(new Effect.UsesNames(Place.at("/srv/c"), List.of("x")), "/srv /srv/c /srv/c/x", "/srv/c/y /srv/c/x/y /x /srv/x");
  }

  @Test
  void whatIsMadeSomewhereMayBeAnyDirectoryOfTheNameThatAnImageMayLack() {
    assertConcerns(new Effect.CreatesSomewhere(RelativePath.of("c")), "/srv/c /srv/c/x", "/srv /srv/d");
    assertConcerns(new Effect.CreatesSomewhere(RelativePath.of("root")), "", "/root /root/c");
  }

  @Test
  void aScriptConcernsWhatItNamesInQuotes() {
    assertConcerns(new Effect.Mentions("open('/srv/c/x')"), "/srv /srv/c", "/srv/d /c");
    assertConcerns(new Effect.Mentions("open(\"/srv/c/x\")"), "/srv /srv/c", "/srv/d /c");
  }

  @Test
  void aRemovalConcernsWhatItDoesSomethingTo() {
    assertConcerns(new Effect.Removes(Place.UNKNOWN, directory -> Option.none()), "", "/srv");
    Rm rm = new Rm(Calls.of("rm -rf /srv/c"), Calls.NOTHING_KNOWN);
    assertConcerns(new Effect.Removes(Place.UNKNOWN, rm), "/srv /srv/c /srv/c/x", "/srv/d");
  }

  private static void assertConcerns(Effect effect, String concerned, String others) {
    Vector<String> all = directories(concerned).appendAll(directories(others));
    assertThat(all.filter(effect::concerns)).isEqualTo(directories(concerned));
  }

  private static Vector<String> directories(String text) {
    return text == null ? Vector.empty() : Vector.of(text.split(" ", -1)).filter(directory -> !directory.isEmpty());
  }
}
