package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a package manager's call is not among the commands that are read, a note says so. */
class ConcealedTest {

  private static final String PIP_ID = "mount-cache/pip/concealed";
  private static final String APT_ID = "mount-cache/apt/concealed";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ARG I='pip install --no-cache-dir'\nRUN $I torch", "ENV I=\"pip install\"\nRUN ${I} torch",
        "ENV PIP=pip3\nRUN $PIP install torch", "ARG PIP=/venv/bin/pip\nRUN \"${PIP}\" install -U torch",
        "ENV C='pip install torch'\nRUN eval \"$C\"", "ENV C='pip install torch'\nRUN bash -c \"$C\"",
        "RUN P=pip && $P install torch", "ENV I='pip install'\nONBUILD RUN $I torch",
        "ENV I='pip install'\nRUN <<EOF\n$I torch\nEOF", "ENV I='python3 -m pip install'\nRUN sudo $I torch",
        "ENV I='pip install'\nFROM python:3.12 AS b\nENV I='pip install'\nRUN a && $I torch"
      })
  void aCommandThatAVariableHoldsIsSpokenOf(String lines) {
    assertKept(MAIN, python(lines), PIP_ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pipx install poetry", "RUN python -m pipx --quiet inject a b", "RUN curl -sSL https://bootstrap.pypa.io/get-pip.py | python3 -",
        "RUN curl -O https://bootstrap.pypa.io/get-pip.py && python3 get-pip.py", "RUN pip-sync requirements.txt",
        "RUN python -m spacy download en_core_web_sm", "ONBUILD RUN pipx install poetry", "RUN /opt/bin/pipx install poetry", "RUN python3 -I /tmp/get-pip.py --no-cache-dir"
      })
  void soIsAProgramThatCallsThePackageManagerItself(String lines) {
    assertKept(MAIN, python(lines), PIP_ID);
  }

  @Test
  void anOptionThatSwitchesTheCacheOffIsNamed() {
    Rewrite rewrite = MAIN.apply(Dockerfile.parse(python("RUN pipx install --pip-args=\"--no-cache-dir\" poetry")));
    assertThat(rewrite.notes().map(Note::reason)).containsExactly("it calls pip by itself, and --no-cache-dir keeps it from using a cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pipx list", "RUN curl -O https://bootstrap.pypa.io/get-pip.py", "RUN echo pip-sync x", "RUN pip-sync-x", "RUN sha256sum get-pip.py && cp get-pip.py /tmp/get-pip.py",
        "RUN python app.py 'spacy download'", "RUN rm -f get-pip.pyc",
        "ENV PIP=pip3\nRUN $PIP --version", "ENV PIP=pip3\nRUN echo $PIP install torch", "ARG I\nRUN $I torch",
        "ENV I='npm install'\nRUN $I torch", "ENV PIP=/opt/pip\nRUN $PIP/bin/tool install", "RUN $I torch"
      })
  void whatHoldsNoCallIsNot(String lines) {
    assertThat(MAIN.apply(Dockerfile.parse(python(lines))).notes().filter(note -> note.rule().endsWith("/concealed"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN cat <<'EOF' > /x.sh && bash /x.sh\napt-get update\napt-get install -y curl\nEOF",
        "COPY <<EOF /x.sh\napt-get install -y curl\nEOF\nRUN sh /x.sh", "COPY --chmod=755 <<EOF /bin/\napt-get install -y curl\nEOF\nRUN sh /bin/EOF",
        "COPY <<EOF /usr/local/bin/setup\n#!/bin/sh\napt-get install -y curl\nEOF\nRUN setup",
        "RUN printf 'apt-get install -y curl' > s.sh\nRUN sh s.sh", "RUN echo 'apt-get update' > s.sh && chmod +x s.sh && ./s.sh",
        "RUN echo 'apt-get -qq update' | tee s.sh\nRUN . ./s.sh", "RUN <<EOF\ncat > /x.sh <<'E2'\napt-get install -y curl\nE2\nbash /x.sh\nEOF"
      })
  void aScriptThatTheFileWritesIsSpokenOfWhereItRuns(String lines) {
    assertKept(MAIN, "FROM debian:12\n" + lines + "\n", APT_ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY <<EOF /entry.sh\napt-get install -y curl\nEOF\nRUN chmod +x /entry.sh", "RUN sh s.sh\nRUN echo 'apt-get update' > s.sh",
        "RUN echo 'apt-cache policy' > s.sh && sh s.sh", "RUN echo 'apt-get update' > /s.txt", "RUN cat /x.sh && bash /y.sh"
      })
  void aScriptThatDoesNotRunOrCallsNoneIsNot(String lines) {
    assertUntouched(MAIN, "FROM debian:12\n" + lines + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN python3 - <<EOF\nimport subprocess\nsubprocess.run([\"pip\", \"install\", \"flask\"])\nEOF",
        "RUN python3 -c \"import os; os.system('pip install flask')\"", "RUN fish <<EOF\npip install flask\nEOF",
        "RUN fish -c 'pip install flask'", "RUN echo 'pip install flask' | bash",
        "RUN C='pip install flask'; eval $C", "RUN perl -e 'system(\"pip install flask\")'", "RUN /usr/bin/tcsh <<EOF\npip install flask\nEOF"
      })
  void aTextThatAnotherProgramReadsIsSpokenOf(String lines) {
    assertThat(MAIN.apply(Dockerfile.parse(python(lines))).notes().map(Note::rule))
        .hasSize(1)
        .allMatch(rule -> rule.matches("mount-cache/pip/(concealed|unread)"));
  }

  @Test
  void whatIsReadIsMountedBesideIt() {
    assertNoted(
        assertRefits("ARG I='uv pip install --system'\nRUN «pip»pip install «---no-cache-dir »uv && $I flask"),
        Note.Kind.KEPT,
        "mount-cache/uv/concealed",
        "$I flask");
  }
}
