package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Mount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=cache,target", "type=cache,dst", "target", "type", "type=cache,target=/a,id", "type=cache,target=/a,uid",
        "type=tmpfs,target=/a,size", "type=secret,id=a,env", "type=cache,target,target=/a"
      })
  void aFieldWithoutItsValueMakesNoMount(String value) {
    assertThat(Mount.parse(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type=cache,target=/a,ro | type=cache,target=/a,ro", "type=cache,dst=/a,readonly | type=cache,target=/a,ro",
        "type=cache,target=/a,rw | type=cache,target=/a", "type=cache,target= | type=cache,target=",
        "type=secret,id=a,required | type=secret,id=a,required"
      })
  void aSwitchNeedsNoValue(String value, String text) {
    assertThat(Mount.parse(value).map(Mount::text)).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type=cache,target=/a,ro=1 | type=cache,target=/a,ro", "type=cache,target=/a,ro=TRUE | type=cache,target=/a,ro",
        "type=cache,target=/a,ro=0 | type=cache,target=/a", "type=cache,target=/a,ro=False | type=cache,target=/a",
        "type=cache,target=/a,rw=1 | type=cache,target=/a", "type=cache,target=/a,rw=f | type=cache,target=/a,ro",
        "type=bind,target=/a,rw=t | type=bind,target=/a,rw", "type=secret,id=a,required=T | type=secret,id=a,required",
        "type=secret,id=a,required=0 | type=secret,id=a"
      })
  void aSwitchTakesWhatGoReadsAsTrueOrFalse(String value, String text) {
    assertThat(Mount.parse(value).map(Mount::text)).containsExactly(text);
  }
}
