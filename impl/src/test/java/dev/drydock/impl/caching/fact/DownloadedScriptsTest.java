package dev.drydock.impl.caching.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands run a script that the file has downloaded. */
class DownloadedScriptsTest {

  private static final String DOWNLOADS = "RUN curl -o /tmp/add.sh https://example.com/x // ";

  private static boolean isRun(String lines) {
    FileFacts facts =
        FileFacts.of(Dockerfile.parse("FROM debian:12\n" + lines.replace(" // ", "\n") + "\n"), Vector.empty());
    RunFacts run = facts.runs().last();
    return facts.downloadedScripts().areRunBy(run, run.invocations().last());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DOWNLOADS + "RUN bash /tmp/add.sh", DOWNLOADS + "RUN sh -x /tmp/add.sh", DOWNLOADS + "RUN . /tmp/add.sh",
        DOWNLOADS + "RUN source /tmp/add.sh", DOWNLOADS + "RUN /tmp/add.sh", DOWNLOADS + "RUN cd /tmp && ./add.sh",
        "RUN curl https://example.com/x > /tmp/x && bash /tmp/x", "RUN wget https://example.com/add.sh && sh add.sh",
        "ADD https://example.com/add.sh /opt/ // RUN bash /opt/add.sh", "ADD https://example.com/x /opt/add.sh // RUN bash /opt/add.sh"
      })
  void aShellThatIsGivenItRunsIt(String lines) {
    assertThat(isRun(lines)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DOWNLOADS + "RUN bash /tmp/other.sh", DOWNLOADS + "RUN cat /tmp/add.sh", DOWNLOADS + "RUN chmod +x /tmp/add.sh",
        DOWNLOADS + "RUN bash", DOWNLOADS + "RUN python3 /tmp/add.sh", "COPY add.sh /tmp/ // RUN bash /tmp/add.sh",
        "COPY add.sh install.sh /tmp/ // RUN bash /tmp/install.sh", "RUN cp add.sh /tmp/add.sh // RUN bash /tmp/add.sh",
        "RUN curl -o rust.sh https://sh.rustup.rs // RUN sh rust.sh -y"
      })
  void anythingElseDoesNot(String lines) {
    assertThat(isRun(lines)).isFalse();
  }
}
