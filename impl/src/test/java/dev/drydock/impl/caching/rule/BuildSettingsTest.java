package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;

import dev.drydock.transform.Note;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds from source under settings of a service are not shared with others (hazard 12). */
class BuildSettingsTest {

  private static final String RULE = "mount-cache/pip/build-settings";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          HOROVOD_GPU_OPERATIONS=NCCL HOROVOD_WITH_PYTORCH=1 pip install «---no-cache-dir »horovod | HOROVOD_GPU_OPERATIONS
          CFLAGS=-O3 pip install a | CFLAGS
          CC=clang pip3 install a | CC
          WHATEVER=1 python -m pip install a | WHATEVER
          GIT_LFS_SKIP_SMUDGE=1 pip install a | GIT_LFS_SKIP_SMUDGE
          env LDSHARED=x pip wheel -w /wheels a | LDSHARED
          export FORCE_CUDA=1 && pip install a | FORCE_CUDA
          export UNHEARD_OF=1; pip install a | UNHEARD_OF
          PIP_NO_BINARY=:all: pip install lxml | PIP_NO_BINARY
          PIP_CONFIG_SETTINGS=a=b pip install lxml | PIP_CONFIG_SETTINGS
          PIP_FIND_LINKS=/dist pip install a | PIP_FIND_LINKS
          PYCURL_SSL_LIBRARY=openssl pip install pycurl | PYCURL_SSL_LIBRARY
          bash -c 'BLIS_ARCH=generic pip install spacy' | BLIS_ARCH
          """)
  void whatStandsRightBeforeThePackageManagerIsABuildSettingUnlessItIsKnownNotToBe(String command, String subject) {
    assertNoted(assertRefits("RUN «pip»«wheels»" + command), Note.Kind.CHANGED, RULE, subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DEBIAN_FRONTEND=noninteractive", "PIP_INDEX_URL=https://x.org/simple", "PYTHONUNBUFFERED=1", "https_proxy=http://p:1", "LC_ALL=C.UTF-8",
        "MAX_JOBS=4", "MAKEFLAGS=-j8", "PIP_DISABLE_PIP_VERSION_CHECK=1", "GIT_SSL_NO_VERIFY=1", "TORCH_VERSION=2.4", "PIP_NO_WARN_SCRIPT_LOCATION=0",
        "CMAKE_BUILD_TYPE=Release", "UV_NO_BINARY=1"
      })
  void whatIsKnownToLeaveBuildsAsTheyAreIsNone(String variable) {
    assertRefits("RUN «pip»" + variable + " pip install torch");
    assertRefits("ENV " + variable + "\nRUN «pip»pip install torch");
    assertRefits("RUN «pip»export " + variable + " && pip install torch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          . /opt/build-env.sh && pip install «---no-cache-dir »a | . /opt/build-env.sh
          source ./x.env; pip install a | source ./x.env
          set -a; . ./build.env; set +a; pip install a | . ./build.env
          . /opt/intel/oneapi/setvars.sh && pip install a | . /opt/intel/oneapi/setvars.sh
          `export $(grep -v '^#' .env | xargs) && pip install a` | `export $(grep -v '^#' .env | xargs)`
          read -r CC < /cc.txt; export CC; pip install a | CC
          printf -v CC clang; export CC; pip install a | CC
          echo 'export CFLAGS="-O3"' > /e.sh && . /e.sh && pip install a | CFLAGS
          printf 'A_VERSION=1\\nCC=clang\\n' > e.env && set -a && . ./e.env && pip install a | CC
          """)
  void whatAFileSetsCountsAndMaySetAnythingWhereItIsNotRead(String command, String subject) {
    assertNoted(assertRefits("RUN «pip»«wheels»" + command), Note.Kind.CHANGED, RULE, subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python -m venv v && . v/bin/activate && pip install a", ". ~/.cargo/env && pip install a", ". \"$HOME/.nvm/nvm.sh\"; pip install a",
        ". /etc/os-release && pip install a$VERSION_ID", "source /opt/conda/etc/profile.d/conda.sh && pip install a",
        "pip install a && . ./x.env", "V=$(. ./x.env && echo $V) && pip install a", "export A_VERSION && pip install a",
        "echo 'export A_VERSION=3' > e.sh && . ./e.sh && pip install a", "echo 'CFLAGS=-O3' > e.sh && . ./e.sh && pip install a",
        "read -r CC < f; pip install a"
      })
  void whatIsKnownToSetNothingThatMattersIsNone(String command) {
    assertRefits("RUN «pip»" + command);
  }

  @Test
  void whatTheDockerfileWritesIsReadForAllThatIsSaidInIt() {
    String written = "COPY <<EOF /opt/e.sh\nexport %s\nEOF\nRUN . /opt/e.sh && ";
    assertKept(MAIN, python(written.formatted("UV_LINK_MODE=symlink") + "uv sync"), "mount-cache/uv/refused-setting", "UV_LINK_MODE=symlink");
    assertKept(MAIN, python(written.formatted("PIP_CACHE_DIR=/c") + "pip install a"), "mount-cache/pip/relocated");
    assertRefits(written.formatted("UV_LINK_MODE=copy PIP_NO_INPUT=1").replace("RUN ", "RUN «pip»") + "pip install a");
    assertLeft("COPY e.sh /opt/\nRUN . /opt/e.sh && uv sync", "mount-cache/uv/build-settings", ". /opt/e.sh");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CMAKE_ARGS=-DCUDA=off", "TORCH_CUDA_ARCH_LIST=8.0", "FORCE_CUDA=1", "X_BUILD_EXT=0", "A_WITH_B=1", "A_WITHOUT_B=1", "A_NO_B=1", "USE_NCCL=1",
        "RUSTFLAGS=-g", "MY_ARCH=x", "MY_ARCHS=x", "CC=clang", "CMAKE_BUILD_TYPE=Debug", "PIP_NO_BINARY=lxml", "PIP_NO_BUILD_ISOLATION=0", "PIP_CONSTRAINT=/c.txt"
      })
  void ofEnvAndArgAVariableIsOneByItsName(String variable) {
    String name = variable.substring(0, variable.indexOf('='));
    assertNoted(assertRefits("ENV " + variable + "\nRUN «pip»«wheels»pip install a"), Note.Kind.CHANGED, RULE, name);
    assertNoted(assertRefits("ARG " + name + "\nRUN «pip»«wheels»pip install a"), Note.Kind.CHANGED, RULE, name);
  }

  @ParameterizedTest
  @CsvSource({
    "HNSWLIB_PLATFORM, chroma-hnswlib", "HNSWLIB_PLATFORM, 'Chroma_HNSWlib[x]==0.7'", "LLAMA_X, '\"llama-cpp-python>=0.2\"'", "FLASHATTN_X, flash.attn",
    "GDAL_CONFIG, 'a gdal==3.4'"
  })
  void aVariableMayBelongToAPackageOnTheCommandLine(String variable, String packages) {
    assertNoted(
        assertRefits("ENV " + variable + "=1\nRUN «pip»«wheels»pip install " + packages), Note.Kind.CHANGED, RULE, variable);
    assertRefits("ENV " + variable + "=1\nRUN «pip»pip install flask");
  }

  @ParameterizedTest
  @CsvSource({
    "UV_LINK_MODE, uv", "PYTHON_X, python-dotenv", "DJANGO_SETTINGS_MODULE, django", "APP_X, my-app", "TORCH_VERSION, torch", "REQUIREMENTS_X, -r requirements.txt",
    "X, x", "_X, x", "X_Y, x", "INSTALL_X, a"
  })
  void aWordInCommonSaysNothingWhereItIsKnownOrCommon(String variable, String packages) {
    assertRefits("ENV " + variable + "=1\nRUN «pip»pip install " + packages);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --no-binary :all: | --no-binary
          --no-binary=lxml | --no-binary=lxml
          --no-bin=lxml | --no-bin=lxml
          -C cmake.define.WITH_CUDA=ON | -C
          -Ccmake.define.WITH_CUDA=ON | -Ccmake.define.WITH_CUDA=ON
          --config-settings=a=b | --config-settings=a=b
          --config-setting a=b | --config-setting
          --global-option=build_ext | --global-option=build_ext
          --no-build-isolation | --no-build-isolation
          --find-links=/dist | --find-links=/dist
          -f https://x.org/index.html | -f
          -qf /dist | -qf
          -Uf /dist | -Uf
          --fi /dist | --fi
          -U -f/dist | -f/dist
          """)
  void anOptionIsOneInEverySpellingAlsoInAVariable(String option, String subject) {
    assertNoted(assertRefits("RUN «pip»«wheels»pip install «---no-cache-dir »" + option + " a"), Note.Kind.CHANGED, RULE, subject);
    assertNoted(assertRefits("ARG O='" + option + "'\nRUN «pip»«wheels»pip install $O a"), Note.Kind.CHANGED, RULE, subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--only-binary=:all:", "--prefer-binary", "--no-deps", "-c /f/c.txt", "-i https://f.org", "--no-color", "-U", "--force-reinstall", "-rf.txt", "--no-compile"})
  void otherOptionsAreNone(String option) {
    assertRefits("RUN «pip»pip install «---no-cache-dir »" + option + " a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY <<EOF /etc/pip.conf\n[install]\nno-binary = :all:\nEOF", "RUN pip config set global.no-binary :all:",
        "RUN pip config --user set install.no-build-isolation true", "RUN printf '[install]\\nno-binary=:all:\\n' > /etc/pip.conf",
        "RUN printf '%s\\n' no-binary=lxml > /etc/pip.conf", "RUN echo 'find-links = /dist' >> ~/.config/pip/pip.conf", "RUN <<EOF cat > /etc/pip.conf\n[global]\nconfig_settings = a=b\nEOF"
      })
  void aFileThatTheDockerfileWritesSaysTheSame(String configuring) {
    assertNoted(assertRefits(configuring + "\nRUN «pip»«wheels»pip install «---no-cache-dir »psycopg2"),
        Note.Kind.CHANGED,
        RULE,
        configuring.lines().findFirst().orElse(""));
    assertRefits("FROM b\n" + configuring + "\nFROM python:3.12\nRUN «pip»pip install psycopg2");
    assertRefits("RUN «pip»pip install psycopg2\n" + configuring);
    assertRefits("ONBUILD RUN «pip»«wheels»pip install psycopg2\n" + configuring);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COPY pip.conf /etc/", "ADD docker/pip.conf /etc/pip.conf", "COPY conf /root/.config/pip/pip.conf",
    "RUN mv docker/pip.conf /etc/pip.conf", "RUN ln -s /app/pip.conf /etc/pip.conf", "RUN cp docker/pip.conf /etc/", "RUN curl https://x.org/conf -o /etc/pip.conf",
    "RUN wget -qO- https://x.org > /etc/pip.conf"})
  void aFileThatIsCopiedMaySayTheSame(String copy) {
    assertNoted(assertRefits(copy + "\nRUN «pip»«wheels»pip install a"), Note.Kind.CHANGED, RULE, copy);
    assertKept(MAIN, python("COPY uv.toml /etc/uv/uv.toml\nRUN uv sync"), "mount-cache/uv/build-settings");
    assertMarked(mountCache(UV), python("COPY pyproject.toml ./\nRUN «uv»uv sync"));
    assertMarked(mountCache(UV), python("RUN «uv»mv /etc/uv/uv.toml /etc/uv/uv.toml.off && uv sync"));
  }

  @Test
  void whatAStageEndsWithIsInForceInThoseBuiltOnIt() {
    assertRefits("FROM python:3.12 AS base\nENV CFLAGS=-O3\nFROM base\nRUN «pip»«wheels»pip install a");
    assertRefits("FROM python:3.12 AS base\nENV CFLAGS=-O3\nFROM python:3.12\nRUN «pip»pip install a");
  }

  @Test
  void aFileIsOneByItsWholeName() {
    assertRefits("RUN echo 'no-binary = :all:' > /x/mypip.conf\nRUN «pip»pip install a");
    assertRefits("RUN echo 'no-binary = :all:' > /x/pip.conf_old\nRUN «pip»pip install a");
    assertRefits("COPY mypip.conf /etc/pip.conf\nRUN «pip»«wheels»pip install a");
  }

  @Test
  void aConfigurationInASecretIsForCredentials() {
    assertRefits("RUN «pip»--mount=type=secret,id=pip,target=/etc/pip.conf «+\\\n    »pip install a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY <<EOF /r.txt\nflask\nnumpy --no-binary numpy\nEOF\nRUN «pip»«wheels»pip install -r /r.txt",
        "COPY <<r.txt /app/\n--no-binary :all:\nr.txt\nRUN «pip»«wheels»pip install --requirement=/app/r.txt",
        "RUN cat > r.txt <<EOF\nflask --config-settings=\"--x=1\"\nEOF\nRUN «pip»«wheels»pip install -r r.txt",
        "RUN printf 'flask\\n--no-binary :all:\\n' > r.txt\nRUN «pip»«wheels»pip install -rr.txt",
        "RUN «pip»«wheels»echo \"foo @ https://example.com/my-branch.zip\" | tee r.txt && pip install -r r.txt"
      })
  void aRequirementsFileThatTheDockerfileWritesSaysTheSame(String marked) {
    assertRefits(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY <<EOF /r.txt\nflask\nEOF\nRUN «pip»pip install -r /r.txt",
        "RUN «pip»pip install -r r.txt\nRUN echo 'flask --no-binary flask' > r.txt",
        "RUN echo 'flask --no-binary flask' > other.txt\nRUN «pip»pip install -r r.txt"
      })
  void whatItWritesLaterOrElsewhereIsNone(String marked) {
    assertRefits(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV PIP_CONFIG_FILE=/etc/my.ini\nRUN printf '[global]\\nno-binary = :all:\\n' > /etc/my.ini\nRUN «pip»«wheels»pip install x",
        "ENV PIP_CONFIG_FILE /etc/my.ini\nCOPY my.ini /etc/\nRUN «pip»«wheels»pip install x",
        "COPY <<EOF /etc/my.ini\n[global]\nno-binary = :all:\nEOF\nRUN «pip»«wheels»PIP_CONFIG_FILE=/etc/my.ini pip install x",
        "ENV PIP_CONFIG_FILE=/etc/my.ini\nRUN printf '[global]\\nindex-url = x\\n' > /etc/my.ini\nRUN «pip»pip install x",
        "RUN printf '[global]\\nno-binary = :all:\\n' > /etc/my.ini\nRUN «pip»pip install x"
      })
  void aVariableMayNameTheFileThatSaysTheSame(String marked) {
    assertRefits(marked);
  }

  @Test
  void soItIsForUv() {
    assertLeft("RUN echo 'flask --no-binary flask' > r.txt && uv pip install -r r.txt", "mount-cache/uv/build-settings", "--no-binary");
    assertLeft(
        "ENV UV_CONFIG_FILE=/my.toml\nCOPY <<EOF /my.toml\nno-binary = true\nEOF\nRUN uv pip install x",
        "mount-cache/uv/build-settings",
        "COPY <<EOF /my.toml");
  }

  @Test
  void aConfigurationThatAVariableNamesMaySwitchTheCacheOff() {
    assertLeft(
        "ENV PIP_CONFIG_FILE=/etc/my.ini\nCOPY <<EOF /etc/my.ini\n[global]\nno-cache-dir = true\nEOF\nRUN pip install x",
        "drop-cache-defeaters/pip/environment",
        "COPY <<EOF /etc/my.ini");
  }

  @Test
  void otherSettingsInAFileAreNone() {
    assertRefits("RUN pip config set global.index-url https://x.org/no-binary-no\nRUN «pip»pip install «---no-cache-dir »a");
    assertRefits("COPY <<EOF /etc/pip.conf\n[global]\nindex-url = https://x.org\nEOF\nRUN «pip»pip install a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"foo @ file:///tmp/foo-1.0.tar.gz\"", "'foo[extra] @ file:///tmp/foo-1.0.tar.gz'", "foo@file:///tmp/foo-1.0.zip",
        "'foo @ https://x.org/my-branch.tar.gz'", "https://x.org/archive/my-branch.zip#egg=foo", "file:///tmp/foo-1.0.tar.gz#egg=foo",
        "'https://x.org/my-branch.zip#subdirectory=a&egg=foo'", "'foo @ https://x.org/my-branch.tar.gz ; python_version > \"3\"'"
      })
  void anArchiveThatIsKnownByItsAddressMayBeStale(String requirement) {
    assertNoted(
        assertRefits("COPY dist/ /tmp/\nRUN «pip»«wheels»pip install «---no-cache-dir »" + requirement),
        Note.Kind.CHANGED,
        RULE,
        requirement.replaceAll("^['\"]|['\"]$", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tmp/foo-1.0.tar.gz", "./foo-1.0.tar.gz", "https://x.org/my-branch.tar.gz", "'foo @ git+https://x.org/y-z@main'",
        "git+https://x.org/y-z.git@main#egg=y", "https://x.org/foo-2.2.0.tar.gz#egg=foo", "'foo @ https://x.org/foo-1.0-py3-none-any.whl'",
        "'foo @ file:///tmp/foo-1.0-py3-none-any.whl'", "'foo @ https://x.org/archive/main.zip'",
        "'foo @ https://x.org/archive/y-0123456789abcdef0123456789abcdef01234567.zip'", "'foo @ file:///app'", "-r requirements.txt", "."
      })
  void whatCannotChangeOrIsNotCachedIsNot(String requirement) {
    assertRefits("COPY dist/ /tmp/\nRUN «pip»pip install «---no-cache-dir »" + requirement);
  }

  @Test
  void theMountOfOneToolAloneKeepsBuildsApart() {
    assertMarked(mountCache(PIP), python("ENV CFLAGS=-O2\nRUN «pip»«wheels»pip install a\nONBUILD RUN «pip»«wheels»pip install b"));
  }

  @Test
  void whatKeepsBuildsApartStandsRightAfterItsCache() {
    assertRefits("RUN «pip»«wheels»«uv»X=1 pip install a && uv pip install --system b");
    assertRefits("RUN «pip»«wheels»--mount=type=bind,source=r.txt,target=r.txt «+\\\n    »X=1 pip install -r r.txt");
    assertRefits("ENV PIP_CACHE_DIR=/opt/pip\nRUN «/opt/pip»«+--mount=type=tmpfs,target=/opt/pip/wheels \\\n    »X=1 pip install a");
  }

  @Test
  void anEmptyDirectoryThatIsThereIsEnough() {
    assertRefits("RUN «pip»--mount=type=tmpfs,target=/root/.cache/pip/wheels «+\\\n    »X=1 pip install a");
    assertMarked(
        dropCacheDefeaters(PIP),
        python(
            "RUN --mount=type=cache,target=/root/.cache/pip --mount=type=tmpfs,target=/root/.cache/pip/wheels X=1 pip install «---no-cache-dir »a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pythonCaching", "dropCacheDefeaters"})
  void underAMountByHandWithoutItTheOptionStays(String name) {
    Transform transform = name.equals("pythonCaching") ? MAIN : dropCacheDefeaters(PIP);
    assertKept(transform, python("RUN --mount=type=cache,target=/root/.cache/pip X=1 pip install --no-cache-dir a"), RULE, "X");
  }

  @Test
  void aMountOfAnothersThanRootsWouldNotDo() {
    assertLeft(
        "RUN useradd -m -u 1000 app\nUSER app\nRUN CFLAGS=-O2 pip install --user a", RULE, "CFLAGS");
    assertRefits("RUN useradd -m -u 1000 app\nUSER app\n«+RUN mkdir -p /home/app/.cache/pip\n»RUN «/home/app/.cache/pip,uid=1000,gid=1000»pip install --user a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -rf /root/.cache/pip/*", "pip cache purge", "find /root/.cache/pip -mindepth 1 -delete", "rm -rf /root/.cache/pip/wheels"})
  void whatWouldRemoveTheEmptyDirectoryGoesOrNothingIsMounted(String command) {
    assertRefits("RUN «pip»«wheels»X=1 pip install a«- && " + command + "»");
    assertKept(mountCache(PIP), python("RUN X=1 pip install a && " + command), "mount-cache/pip/removes-mount-point", command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -rf /root/.cache/pip/*", "pip cache purge", "rm -rf /root/.cache/pip/wheels"})
  void soItIsWhereThatCannotGo(String command) {
    assertKept(MAIN, python("RUN X=1 pip install a && ls | " + command), "mount-cache/pip/removes-mount-point", command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV HNSWLIB_NO_NATIVE=1\nRUN uv pip install --system --no-cache chroma-hnswlib", "RUN CFLAGS=-O2 uv sync", "RUN uv pip install --no-binary a a",
        "RUN uv sync --no-binary-package a", "RUN uv pip install -Ca=b a", "RUN uv pip install --config-setting=a=b a", "ENV UV_NO_BINARY_PACKAGE=a\nRUN uv sync",
        "ENV UV_CONFIG_SETTINGS=a\nRUN uv sync", "RUN uv sync --no-build-isolation", "RUN uv pip install --no-build-isolation-package=a a",
        "COPY <<EOF /etc/uv/uv.toml\nno-binary = true\nEOF\nRUN uv sync", "COPY <<EOF pyproject.toml\n[tool.uv]\nno-build-isolation = true\nEOF\nRUN uv sync"
      })
  void uvHasNoFolderForItsBuilds(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/uv/build-settings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV PIP_NO_BINARY=a\nRUN «uv»uv sync", "ENV UV_NO_BUILD=1\nRUN «uv»uv sync", "RUN «uv»UV_LINK_MODE=copy uv sync", "RUN «uv»uv sync --no-build",
        "RUN «uv»uv pip install --system --no-deps a", "COPY <<EOF /etc/uv/uv.toml\nnative-tls = true\nEOF\nRUN «uv»uv sync"
      })
  void whatUvDoesNotHearOrDoesNotBuildByIsNone(String lines) {
    assertMarked(mountCache(UV), python(lines));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poetry config installer.no-binary lxml\nRUN poetry install", "CFLAGS=-O2 poetry install", "POETRY_INSTALLER_NO_BINARY=a poetry install",
        "PIP_NO_BINARY=a pipenv sync", "pipenv install --extra-pip-args='--no-binary a'"})
  void neitherHavePoetryAndPipenv(String commands) {
    String tool = commands.contains("poetry") ? "poetry" : "pipenv";
    assertKept(
        mountCache(dev.drydock.caching.PackageManagers.POETRY, dev.drydock.caching.PackageManagers.PIPENV),
        python("RUN " + commands),
        "mount-cache/" + tool + "/build-settings");
  }
}
