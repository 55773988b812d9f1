package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drydock.caching.KnownCall;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.ProgramKind;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of programs, how it is read, and how a call finds its line. */
class KnownProgramsTest {

  private static final KnownPrograms TABLE =
      KnownPrograms.parse(
          """
          # A comment, and a blank line

          harmless: cat, g++*, [, :                   # coreutils
          home: browsers, browsers --version          # its documentation
          packages: browsers install-deps, browsers install --with-deps
          project: npm [--prefix]
          home: npm config, npm ci --ignore-scripts
          command: npx [-p --package], python* -m [-W], find -exec
          script: sh, python*
          harmless: find
          home: */Miniconda*.sh, */uv-installer.sh, /opt/tool/*
          home: https://astral.sh/uv, https://get.example.com/
          """);

  private static Vector<KnownCall> calls(String words) {
    return TABLE.calls(Vector.of(words.split(" ")));
  }

  private static KnownCall call(ProgramKind kind, String... rest) {
    return new KnownCall(kind, Vector.of(rest));
  }

  @Test
  void aProgramIsFoundByItsNameAlone() {
    assertThat(calls("cat x")).containsExactly(call(ProgramKind.HARMLESS));
    assertThat(calls("[ -f x ]")).containsExactly(call(ProgramKind.HARMLESS));
    assertThat(calls(":")).containsExactly(call(ProgramKind.HARMLESS));
    assertThat(calls("tac x")).isEmpty();
    assertThat(calls("cat2 x")).isEmpty();
    assertThat(TABLE.calls(Vector.empty())).isEmpty();
  }

  @Test
  void aStarStandsForAVersionOrNone() {
    assertThat(calls("g++ x")).isNotEmpty();
    assertThat(calls("g++-12.2 x")).isNotEmpty();
    assertThat(calls("python3.12 x.py")).containsExactly(call(ProgramKind.SCRIPT, "x.py"));
    assertThat(calls("pythonista x")).isEmpty();
    assertThat(calls("npx@10.2 browsers")).containsExactly(call(ProgramKind.COMMAND, "browsers"));
    assertThat(calls("@scope/npm install")).isEmpty();
  }

  @Test
  void theLineWithTheMostWordsCounts() {
    assertThat(calls("browsers install")).containsExactly(call(ProgramKind.HOME));
    assertThat(calls("browsers install-deps")).containsExactly(call(ProgramKind.PACKAGES));
    assertThat(calls("npm ci")).containsExactly(call(ProgramKind.PROJECT));
    assertThat(calls("npm ci --ignore-scripts")).containsExactly(call(ProgramKind.HOME));
    assertThat(calls("npm --prefix /app config set x")).containsExactly(call(ProgramKind.HOME));
  }

  @Test
  void theWordsOfADangerousLineStandAnywhereThoseOfASafeOneFirst() {
    assertThat(calls("browsers install chrome --with-deps").map(KnownCall::kind)).contains(ProgramKind.PACKAGES);
    assertThat(calls("browsers install --with-deps=true")).contains(call(ProgramKind.PACKAGES));
    assertThat(calls("browsers --channel beta install-deps")).contains(call(ProgramKind.PACKAGES));
    assertThat(calls("browsers $COMMAND")).contains(call(ProgramKind.PACKAGES));
    assertThat(calls("browsers open $HOME/x")).containsExactly(call(ProgramKind.HOME));
    assertThat(calls("npm run config")).containsExactly(call(ProgramKind.PROJECT));
    assertThat(calls("npm run ci --ignore-scripts")).containsExactly(call(ProgramKind.PROJECT));
    assertThat(calls("npm ci --ignore-scripts=false")).containsExactly(call(ProgramKind.PROJECT));
  }

  @Test
  void theCommandBeginsAfterTheOptionsAndTheirValues() {
    assertThat(calls("npx -p pkg --yes browsers install")).containsExactly(call(ProgramKind.COMMAND, "browsers", "install"));
    assertThat(calls("npx --package=pkg -- browsers")).containsExactly(call(ProgramKind.COMMAND, "browsers"));
    assertThat(calls("npx --version")).containsExactly(call(ProgramKind.COMMAND));
    assertThat(calls("python3 -W ignore -m browsers x")).containsExactly(call(ProgramKind.COMMAND, "browsers", "x"));
    assertThat(calls("python3 -Im browsers")).containsExactly(call(ProgramKind.COMMAND, "browsers"));
    assertThat(calls("python3 -mbrowsers x")).containsExactly(call(ProgramKind.COMMAND, "browsers", "x"));
    assertThat(calls("find / -name x -exec rm {} +")).contains(call(ProgramKind.COMMAND, "rm", "{}", "+"));
    assertThat(calls("find / -exec ls {} + -exec rm {} +")).contains(call(ProgramKind.COMMAND, "rm", "{}", "+"));
  }

  @Test
  void anOptionOfTheScriptIsNoneOfTheInterpreter() {
    assertThat(calls("python3 x.py -m cat")).contains(call(ProgramKind.SCRIPT, "x.py", "-m", "cat"));
  }

  @Test
  void aFileIsFoundByItsPath() {
    assertThat(TABLE.file("/tmp/Miniconda3-$V-Linux.sh")).contains(ProgramKind.HOME);
    assertThat(TABLE.file("Miniconda3.sh")).contains(ProgramKind.HOME);
    assertThat(TABLE.file("/uv-installer.sh")).contains(ProgramKind.HOME);
    assertThat(TABLE.file("uv-installer.sh")).contains(ProgramKind.HOME);
    assertThat(TABLE.file("my-uv-installer.sh")).isEmpty();
    assertThat(TABLE.file("/opt/tool/bin/x")).contains(ProgramKind.HOME);
    assertThat(TABLE.file("/srv/opt/tool/x")).isEmpty();
    assertThat(TABLE.file("cat")).isEmpty();
  }

  @Test
  void anAddressIsFoundByWhatItBeginsWith() {
    assertThat(TABLE.address("https://astral.sh/uv/0.5/install.sh")).contains(ProgramKind.HOME);
    assertThat(TABLE.address("http://astral.sh/uv")).contains(ProgramKind.HOME);
    assertThat(TABLE.address("astral.sh/uv?x")).contains(ProgramKind.HOME);
    assertThat(TABLE.address("get.example.com/x.sh")).contains(ProgramKind.HOME);
    assertThat(TABLE.address("https://astral.sh/uvx")).isEmpty();
    assertThat(TABLE.address("https://astral.sh.example.com/uv")).isEmpty();
    assertThat(TABLE.address("https://example.com/?https://astral.sh/uv")).isEmpty();
  }

  @Test
  void whatIsAddedCounts() {
    KnownPrograms more = KnownPrograms.parse("harmless: npm, ours # read by us");
    KnownPrograms both = TABLE.and(more);
    assertThat(both.calls(Vector.of("npm", "ci"))).containsExactly(call(ProgramKind.HARMLESS));
    assertThat(both.calls(Vector.of("ours"))).isNotEmpty();
    assertThat(both.calls(Vector.of("browsers", "install-deps"))).isNotEmpty();
    assertThat(both.size()).isEqualTo(TABLE.size() + 1);
    assertThat(TABLE.and(KnownPrograms.none())).isSameAs(TABLE);
    assertThat(KnownPrograms.none().and(TABLE)).isSameAs(TABLE);
    assertThat(KnownPrograms.parse("\r\n# nothing\r\n")).isEqualTo(KnownPrograms.none());
    assertThat(KnownPrograms.parse("harmless: a\nhome: b c")).isEqualTo(KnownPrograms.parse("home: b  c\nharmless:a"))
        .hasToString("harmless: a\nhome: b c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "harmless cat           | 1 | a line is KIND: PROGRAM, PROGRAM # SOURCE, and here is no colon",
        "cat # see: cat(1)      | 1 | a line is KIND: PROGRAM, PROGRAM # SOURCE, and here is no colon",
        "harmles: cat           | 1 | 'harmles' is no kind; the kinds are harmless, home, project, script, packages, command",
        "harmless: cat, , tac   | 16 | the name of a program is missing",
        "harmless:              | 10 | the name of a program is missing",
        "harmless: cat, tac,    | 20 | the name of a program is missing",
        "harmless: c*t          | 11 | in the name of a program a star stands at the end, for a version",
        "harmless: *            | 11 | a star alone would be every program",
        "script: ./x.sh         | 9 | a file or an address cannot be of the kind script",
        "home: a, ./x.sh -c     | 10 | a file or an address takes no words",
        "home: http://x.org/    | 7 | an address begins with https://",
        "command: npx [-p       | 14 | the bracket is not closed",
        "command: npx [-p] x    | 19 | behind the options that take a value comes a comma, or nothing",
        "command: npx [-p x]    | 14 | in brackets stand the options that take a value, such as [-p --package]",
        "command: npx [p]       | 14 | in brackets stand the options that take a value, such as [-p --package]",
        "home: cat, tac, cat    | 0 | ''",
        "harmless: cat x, cat   | 0 | ''",
      })
  void aLineThatCannotBeReadIsNamed(String line, int column, String reason) {
    String table = "# a table\r\n" + line;
    if (column == 0) {
      assertThat(KnownPrograms.parse(table).size()).isEqualTo(2);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> KnownPrograms.parse(table))
          .withMessage("line 2, column " + column + ": " + reason);
    }
  }

  @Test
  void aProgramIsNotOfTwoKinds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownPrograms.parse("harmless: cat\nhome: tac, cat"))
        .withMessage("line 2, column 12: 'cat' is already harmless");
  }
}
