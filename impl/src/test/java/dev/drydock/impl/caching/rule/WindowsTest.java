package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows images have no cache mounts. */
class WindowsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcr.microsoft.com/windows/servercore:ltsc2022", "python:3-windowsservercore-ltsc2022",
        "mcr.microsoft.com/dotnet/sdk:8.0-nanoserver-1809", "--platform=windows/amd64 python:3", "example/node-windows:20"
      })
  void windowsImagesAreLeftAlone(String from) {
    assertKept(MAIN, "FROM " + from + "\nRUN pip install a\n", "mount-cache/pip/windows");
  }

  @Test
  void anImageForAnotherPlatformIsNone() {
    assertMarked(MAIN, "FROM --platform=linux/amd64 python:3\nRUN «pip»pip install a\n");
  }
}
