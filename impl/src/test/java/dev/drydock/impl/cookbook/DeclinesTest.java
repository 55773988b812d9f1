package dev.drydock.impl.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recipe leaves alone, and says so, where the meaning could change. */
class DeclinesTest {

  private static void assertDeclines(Cookbook recipe, String text, String reason) {
    Rewrite rewrite = recipe.transform().apply(Dockerfile.parse(text.replace("¶", "\n") + "\n"));
    assertThat(rewrite.changed()).as(rewrite.toString()).isFalse();
    assertThat(rewrite.notes(Note.Kind.KEPT).map(Note::reason)).anyMatch(said -> said.contains(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "CMD python app.py $PORT; expands a word",
        "CMD ls *.py; expands a word",
        "CMD ls ~/app; expands a word",
        "CMD cd /app && python app.py; not one plain command",
        "CMD python app.py | tee log; not one plain command",
        "CMD python app.py > /log; the shell itself does",
        "CMD PORT=80 python app.py; the shell itself does",
        "CMD exec python app.py; shell",
        "CMD (python app.py); the shell itself does",
        "SHELL [\"/bin/bash\", \"-lc\"]¶CMD python app.py; SHELL",
        "ENTRYPOINT [\"/start\"]¶CMD python app.py; ENTRYPOINT",
        "CMD if true; not one plain command"
      })
  void aCommandThatNeedsAShellKeepsIt(String lines, String reason) {
    assertDeclines(Cookbook.EXEC, "FROM a¶" + lines, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "RUN cd /app¶RUN make", "RUN export A=b¶RUN make", "RUN A=b¶RUN make", "RUN a \\¶# why¶  b¶RUN make",
        "RUN make || true¶RUN make test", "RUN make &¶RUN make test", "RUN yes | make¶RUN make test",
        "RUN --network=none make¶RUN make test", "RUN [\"make\"]¶RUN make test", "RUN exit 0¶RUN make",
        "RUN if a then b fi¶RUN make", "RUN set -e && make¶RUN make test", "RUN $TOOL¶RUN make",
        "RUN make¶RUN . /env && make", "RUN (a)¶RUN cd /b"
      })
  void runsThatShareAShellBadlyStayApart(String lines) {
    assertDeclines(Cookbook.MERGE, "FROM a¶" + lines, "one shell");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "RUN pip install --user flask; --user",
        "RUN pip install --extra-index-url https://a.example/simple flask; --extra-index-url",
        "RUN pip install --break-system-packages flask; --break-system-packages",
        "RUN python -m venv /venv && /venv/bin/pip install flask; environment of its own",
        "ENV PIP_INDEX_URL=https://a.example/simple¶RUN pip install flask; configured",
        "COPY pip.conf /etc/pip.conf¶RUN pip install flask; configured",
        "USER app¶RUN pip install flask; another user",
        "RUN sudo pip install flask; not called as pip install",
        "RUN A=b pip install flask; not called as pip install"
      })
  void whatUvWouldDoOtherwiseStaysWithPip(String lines, String reason) {
    assertDeclines(Cookbook.UV, "FROM python:3.12¶" + lines, reason);
  }

  @Test
  void anArgumentThatChoosesAnotherImageTooStays() {
    assertDeclines(
        Cookbook.BUMP, "ARG VERSION=3.12¶FROM python:$VERSION¶FROM pypy:$VERSION", "an image that is not to change");
  }

  @Test
  void anImageThatAnArgumentChoosesIsNotPinned() {
    assertDeclines(Cookbook.PIN, "ARG TAG=3.12-slim¶FROM python:$TAG", "pin its default");
  }

  @Test
  void anAddThatUnpacksOrDownloadsStays() {
    assertDeclines(Cookbook.COPY, "FROM a¶ADD app.tar.gz /app", "unpack or download");
    assertDeclines(Cookbook.COPY, "FROM a¶ADD app /app", "unpack or download");
    assertDeclines(Cookbook.COPY, "FROM a¶ADD https://example.com/a.py /app/", "unpack or download");
  }
}
