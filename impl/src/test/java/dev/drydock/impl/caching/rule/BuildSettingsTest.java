package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds from source under settings of a service are not shared with others (hazard 12). */
class BuildSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV CMAKE_ARGS=-DCUDA=off\nRUN pip install a", "ARG TORCH_CUDA_ARCH_LIST\nRUN pip install a",
        "RUN CFLAGS=-O3 pip install a", "RUN pip install --no-binary :all: a", "RUN export FORCE_CUDA=1 && pip install a"
      })
  void wheelsBuiltUnderCompilerSettingsAreNotShared(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/pip/build-settings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install --no-build-isolation flash-attn", "PYCURL_SSL_LIBRARY=openssl pip install pycurl",
        "BLIS_ARCH=generic pip install spacy", "PIP_NO_BINARY=:all: pip install lxml"
      })
  void whatABuildFromSourceDependsOnIsABuildSetting(String command) {
    assertKept(mountCache(PIP), "FROM python:3\nRUN " + command + "\n", "mount-cache/pip/build-settings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CMAKE_BUILD_PARALLEL_LEVEL=4", "CMAKE_VERSION=3.27.0", "CMAKE_BUILD_TYPE=Release", "MAKEFLAGS=-j8",
        "CMAKE_POLICY_VERSION_MINIMUM=3.5"
      })
  void whatLeavesTheBuiltPackageAsItIsIsNone(String setting) {
    assertRewrites(
        mountCache(PIP),
        "FROM python:3\nARG " + setting + "\nRUN pip install flask\n",
        "FROM python:3\nARG " + setting + "\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install flask\n");
  }

  @Test
  void aDebugBuildIsABuildSetting() {
    assertKept(
        mountCache(PIP),
        "FROM python:3\nARG CMAKE_BUILD_TYPE=Debug\nRUN pip install flask\n",
        "mount-cache/pip/build-settings");
  }
}
