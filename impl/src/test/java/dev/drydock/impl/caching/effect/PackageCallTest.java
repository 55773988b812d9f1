package dev.drydock.impl.caching.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.impl.caching.effect.PackageCall.Purpose;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command is as a call of a package manager. */
class PackageCallTest {

  private static Option<PackageCall> call(String manager, String command) {
    return PackageCall.of(PackageManagers.named(manager).get(), Calls.of(command));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pip | pip install x                                     | DOWNLOADS
          pip | pip install --no-deps -rr.txt ./x.whl             | DOWNLOADS
          pip | pip install --no-deps --requirement=r.txt ./x.whl | DOWNLOADS
          pip | python -W ignore -mpip install x                  | DOWNLOADS
          pip | python -Wignore -m pip install x                  | DOWNLOADS
          pip | python --check-hash-based-pycs never -m pip install x | DOWNLOADS
          uv  | uvx ruff                                          | DOWNLOADS
          uv  | uv --directory /app sync                          | DOWNLOADS
          apt | apt-get -o A=b install -y x                       | DOWNLOADS
          apt | apt-get update                                    | REFRESHES
          apt | apt-cache policy x                                | CONSULTS
          apt | apt-get source x                                  | CONSULTS
          apt | apt-get install --no-download x                   | READS_CACHE
          uv  | uv sync --offline                                 | READS_CACHE
          pip | pip cache purge                                   | EMPTIES
          apt | apt-get clean                                     | EMPTIES
          apt | apt-get clean rm /var/cache/apt/x                 | NOTHING
          pip | pip list                                          | NOTHING
          pip | pip install --help                                | NOTHING
          pip | pip install --no-deps ./x.whl                     | NOTHING
          uv  | uvx --help                                        | NOTHING
          uv  | uv run --directory                                | DOWNLOADS
          poetry | poetry cache clear pypi                        | NOTHING
          poetry | poetry cache clear pypi --all                  | EMPTIES
          """)
  void aCallIsForOnePurpose(String manager, String command, Purpose purpose) {
    assertThat(call(manager, command).map(PackageCall::purpose)).contains(purpose);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pip | python - -m pip install x
          pip | python x.py -m pip install x
          pip | python -m
          pip | python -c pip install x
          pip | pipx install x
          pip | uv pip install x
          uv  | $X sync
          """)
  void whatRunsAnotherProgramIsNone(String manager, String command) {
    assertThat(call(manager, command)).isEmpty();
    assertThat(Calls.of(command).knownCall().exists(known -> known.manager().name().equals(manager))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pip | pip3.12 install x
          pip | $VENV/bin/pip install x
          pip | "$VENV"/bin/pip install x
          pip | ${PYTHON} -m pip install x
          pip | pypy3 -m pip install x
          uv  | uvx ruff
          uv  | python3 -m uv sync
          apt | apt-cache policy x
          """)
  void itsPackageManagerIsKnownByAnyNameOfItsProgram(String manager, String command) {
    assertThat(Calls.of(command).knownCall().map(known -> known.manager().name())).contains(manager);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          uv run --directory /app pytest --cache-dir /c | --directory /app
          uv run pytest --no-cache                      | ''
          uvx --from x ruff --no-cache                  | --from
          uv --no-cache run                             | --no-cache run
          """)
  void whatIsPassedOnIsNoOptionOfItsOwn(String command, String options) {
    assertThat(call("uv", command).get().options().map(Argument::text).filter(word -> !word.equals("run")).mkString(" "))
        .isEqualTo(options.replace(" run", ""));
  }

  @Test
  void theValueOfAnOptionStandsAfterItOrBehindItsEqualsSign() {
    assertThat(call("pip", "pip --cache-dir=/c install x").get().valueOf("--cache-dir")).contains(Option.some("/c"));
    assertThat(call("pip", "pip install x --cache-dir /c").get().valueOf("--cache-dir")).contains(Option.some("/c"));
    assertThat(call("pip", "pip install x --cache-d=/c").get().valueOf("--cache-dir")).contains(Option.some("/c"));
    assertThat(call("pip", "pip install x --cache-dir").get().valueOf("--cache-dir")).contains(Option.none());
    assertThat(call("pip", "pip install x").get().valueOf("--cache-dir")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--keep, --keep", "--keep=no, --keep=no", "-k, ''", "--keeping, ''", "--kee=no, --kee=no"})
  void anOptionThatSwitchesTheCacheOffMayHaveAValue(String option, String defeating) {
    PackageManager tool = PackageManager.named("tool").downloadingWith("get").defeatedByOption("--keep").abbreviatingOptions().build();
    assertThat(PackageCall.of(tool, Calls.of("tool get " + option + " x")).get().defeatingOptions().map(Argument::text).mkString()).isEqualTo(defeating);
  }

  @ParameterizedTest
  @CsvSource({
    "tool get x, DOWNLOADS", "tool get -- x, DOWNLOADS", "tool get --dry-run x, NOTHING", "tool get --d x, NOTHING", "tool get --dry=1 x, DOWNLOADS",
    "tool get -d x, DOWNLOADS", "tool get --drying x, DOWNLOADS"
  })
  void twoDashesAloneAreNoOptionThatIsCutShort(String command, Purpose purpose) {
    PackageManager tool = PackageManager.named("tool").downloadingWith("get").offlineWith("--dry-run").abbreviatingOptions().build();
    assertThat(PackageCall.of(tool, Calls.of(command)).map(PackageCall::purpose)).contains(purpose);
  }

  @Test
  void thePackageManagerWithOtherCachesIsCalledAlike() {
    PackageManager lists = PackageManagers.APT.listsOnly();
    Invocation invocation = Calls.of("apt-get update");
    assertThat(PackageCall.of(lists, invocation).map(PackageCall::manager)).contains(lists);
    assertThat(PackageCall.of(lists, invocation).map(PackageCall::purpose)).contains(Purpose.REFRESHES);
    assertThat(PackageCall.of(PackageManagers.DNF, invocation)).isEmpty();
  }
}
