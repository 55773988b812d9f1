package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.TmpfsMount;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another mount takes the place of one, and the fields that both have keep their characters. */
class MountReplacementTest {

  private static String replaced(String written, UnaryOperator<CacheMount> change) {
    Run run = (Run) Run.parse("RUN --network=none --mount=" + written + " \\\n    x # y\n");
    Flag flag = run.mountFlags().head();
    String text = run.replace(flag, change.apply((CacheMount) Mount.parse(flag.value().get()).get())).text();
    assertThat(text).startsWith("RUN --network=none --mount=").endsWith(" \\\n    x # y\n");
    return text.substring("RUN --network=none --mount=".length(), text.length() - " \\\n    x # y\n".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type=cache,target=/a                     | type=cache,id=i,target=/b,sharing=locked",
        "type=cache,dst=/a,sharing=shared         | type=cache,id=i,dst=/b,sharing=locked",
        "target=/a,id=o,type=cache,uid=1          | target=/b,id=i,type=cache,sharing=locked,uid=1",
        "TYPE=cache,Destination=/a,Sharing=LOCKED | TYPE=cache,id=i,Destination=/b,Sharing=LOCKED",
        "type=cache,target=/x,target=/a           | type=cache,id=i,target=/x,target=/b,sharing=locked",
        "'type=cache,\"target=/a\"'                | type=cache,id=i,target=/b,sharing=locked",
        "type=cache,readonly,target=/a            | type=cache,id=i,sharing=locked,readonly,target=/b",
      })
  void fieldsChangeInTheirPlaces(String before, String after) {
    assertThat(replaced(before, mount -> mount.withId("i").withTarget("/b").withSharing(CacheMount.Sharing.LOCKED)))
        .isEqualTo(after);
  }

  @Test
  void aMountOfAnotherTypeIsWrittenAnew() {
    Run run = (Run) Run.parse("RUN --mount=type=cache,target=/a x\n");
    assertThat(run.replace(run.mountFlags().head(), TmpfsMount.at("/a")).text()).isEqualTo("RUN --mount=type=tmpfs,target=/a x\n");
  }

  @Test
  void aFlagOfAnotherRunIsRefused() {
    Run run = (Run) Run.parse("RUN --network=none --mount=type=cache,target=/a x\n");
    Flag other = ((Run) Run.parse("RUN --mount=type=cache,target=/b x\n")).flags().head();
    assertThatThrownBy(() -> run.replace(other, CacheMount.at("/c"))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> run.replace(run.flags().head(), CacheMount.at("/c"))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CacheMount.at("/c").withTarget("c")).isInstanceOf(IllegalArgumentException.class);
  }
}
