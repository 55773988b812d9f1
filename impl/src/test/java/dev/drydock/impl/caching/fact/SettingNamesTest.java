package dev.drydock.impl.caching.fact;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** Which variables of ENV and ARG say something to the package managers that are asked about. */
class SettingNamesTest {

  private static SettingNames of(PackageManager... managers) {
    return SettingNames.of(Vector.of(managers));
  }

  @Test
  void aBuildSettingSaysSomethingToWhatBuildsFromSource() {
    assertThat(of(PIP).isSetting("CFLAGS", "-O3")).isTrue();
    assertThat(of(APT, PIP).isSetting("CFLAGS", "-O3")).isTrue();
    assertThat(of(APT).isSetting("CFLAGS", "-O3")).isFalse();
    assertThat(of(PIP).isSetting("LANG", "C")).isFalse();
    assertThat(of().isSetting("CFLAGS", "-O3")).isFalse();
  }

  @Test
  void aRefusedSettingSaysSomethingToItsPackageManager() {
    assertThat(of(UV).isSetting("UV_LINK_MODE", "symlink")).isTrue();
    assertThat(of(UV).isSetting("UV_LINK_MODE", "copy")).isFalse();
    assertThat(of(APT).isSetting("UV_LINK_MODE", "symlink")).isFalse();
    assertThat(of(APT).isSetting("APT_CONFIG", "/etc/my.conf")).isTrue();
    assertThat(of(PIP).isSetting("APT_CONFIG", "/etc/my.conf")).isFalse();
  }
}
