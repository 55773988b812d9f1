package dev.drydock.impl.caching.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How absolute paths and patterns lie to each other, and the places that words name. */
class PathsTest {

  @ParameterizedTest
  @CsvSource({
    "/a/b, /a/b", "/a//b, /a/b", "/a/./b, /a/b", "/a/../b, /b", "/../a, /a", "/a/b/, /a/b", "/, /", "/.., /", "/a/.b, /a/.b", "/a/..., /a/...",
    "a/../b, a/../b"
  })
  void aPathIsMadeClean(String path, String clean) {
    assertThat(Paths.clean(path)).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource({"/a/b, /a", "/a, /", "/, /", "a, a", "/a/b/c, /a/b"})
  void theRootHoldsItself(String path, String parent) {
    assertThat(Paths.parent(path)).isEqualTo(parent);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, /a, true, true", "/a, /a, true, false", "/ab, /a, false, false", "/a, /a/b, false, false", "/a, /, true, true", "/, /, true, false"
  })
  void withinIsTheDirectoryOrBelow(String path, String directory, boolean within, boolean below) {
    assertThat(Paths.within(path, directory)).isEqualTo(within);
    assertThat(Paths.below(path, directory)).isEqualTo(below);
  }

  @ParameterizedTest
  @CsvSource({"/root, /root/.cache, false", "/root/.cache, /root/.cache/pip, true", "/a, /a/b/.c/d, false", "/a, /a, true", "/a/.b, /a/.b/c, true", "/b, /a, false"})
  void whatIsHiddenIsNotHeldOpenly(String directory, String other, boolean openly) {
    assertThat(Paths.holdsOpenly(directory, other)).isEqualTo(openly);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, /a/b, HOLDS", "/a, /a/b, HOLDS", "/, /a/b, HOLDS", "/a/b/c, /a/b, BELOW", "/a/c, /a/b, NONE", "/a/*, /a/b, HOLDS", "/a/*, /a/.b, NONE",
    "/a/**, /a/.b, HOLDS", "/a/.*, /a/.b, HOLDS", "/a/b*/c, /a/bb, BELOW", "/a/?, /a/b, HOLDS", "/a/?, /a/bb, NONE", "/a/b**, /a/b, HOLDS",
    "/a/*b*, /a/abc, HOLDS", "/a/*bd, /a/abc, NONE", "/a/b*c*d, /a/bxcxcd, HOLDS", "/a/[bc], /a/x, HOLDS", "'/a/{b,.c}', /a/.c, HOLDS", "/a/b*x, /a/b, NONE",
    "/*/b, /a/b/c, HOLDS"
  })
  void aPatternIsMatchedAsTheShellDoes(String pattern, String directory, Paths.Match match) {
    assertThat(Paths.match(pattern, directory)).isEqualTo(match);
  }

  @ParameterizedTest
  @CsvSource({"/a/*, /a/.b, HOLDS", "/a/b, /a/b, HOLDS", "/a/x, /a/b, NONE"})
  void aPatternOfCopyPassesOverNothingHidden(String pattern, String directory, Paths.Match match) {
    assertThat(Paths.matchInCopy(pattern, directory)).isEqualTo(match);
  }

  @ParameterizedTest
  @CsvSource({"/a/b, /a/b", "/a/b*/c, /a", "/a*, /", "/a/b/?, /a/b", "/a/[b]/c, /a", "'/a/{b,c}', /a"})
  void theFixedPartHoldsWhateverMatches(String pattern, String fixed) {
    assertThat(Paths.fixedPart(pattern)).isEqualTo(fixed);
    assertThat(Paths.isPattern(pattern)).isEqualTo(!pattern.equals(fixed));
  }

  @ParameterizedTest
  @CsvSource({"/a/b, b", "b, b", "C:\\x\\pip.exe, pip.exe", "/a\\b/c, c", "/a/b\\c, c"})
  void theNameStandsAfterTheLastFolder(String path, String name) {
    assertThat(Paths.baseName(path)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, true, false, true", "/a, true, true, true", "/, false, true, true", "/x, false, false, false", "/a/*/c, true, false, true",
    "/*, false, false, true"
  })
  void aPlaceLiesWithinADirectoryOrAboveIt(String path, boolean within, boolean above, boolean touches) {
    Place place = Place.at(path);
    assertThat(place.isWithin("/a")).isEqualTo(within);
    assertThat(place.isAtOrAbove("/a")).isEqualTo(above);
    assertThat(place.touches("/a")).isEqualTo(touches);
    assertThat(place.isBelow("/a")).isEqualTo(within && !above);
    assertThat(place.isRoot()).isEqualTo(path.equals("/"));
  }

  @ParameterizedTest
  @CsvSource({
    "/srv/x, /srv/x/y, true", "/srv, /srv/x, false", "/cache, /cache/pip, true", "/app, /app/cache, false", "/home/u, /home/u/.cache, false",
    "/srv/x/y/z, /srv/x/y, true", "/srv/q, /srv/x, false", "/var/cache/apt, /var/cache/apt/archives, false"
  })
  void aDirectoryThatAnImageMayLackIsNamed(String path, String directory, boolean named) {
    assertThat(Place.at(path).names(directory)).isEqualTo(named);
    assertThat(Place.at(path).mayName(directory)).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({"cache, /srv/cache, /srv/cache", "x/cache, /srv/x/cache, /srv/x/cache", "srv, /srv/cache, /srv", "*, /srv/cache, ''", "'', /srv, ''", "cach?, /srv/cache, ''"})
  void aRelativePathMayBeAnyDirectoryOfItsName(String relative, String directory, String named) {
    assertThat(RelativePath.of(relative).namedIn(directory).mkString(" ")).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({"cache/x, /srv/cache, true", "cache, /srv/cache, false", "srv/cache/x/y, /srv/cache, true", "other/x, /srv/cache, false"})
  void orLeadIntoIt(String relative, String directory, boolean leads) {
    assertThat(RelativePath.of(relative).leadsInto(directory)).isEqualTo(leads);
  }
}
