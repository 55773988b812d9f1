package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.caching.Examples.LISTS;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache is mounted only for a user who is known (hazard 5). */
class CacheUserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python:3-nonroot", "docker:rootless", "bitnami/python", "example.com/bitnami/python", "apache/airflow:2"
      })
  void imagesThatSetAnotherUserAreKnown(String image) {
    assertKept(MAIN, "FROM " + image + "\nRUN pip install a\n", "mount-cache/pip/user");
    assertKept(MAIN, "FROM " + image + "\nRUN apt-get update && apt-get install -y a\n", "mount-cache/apt/user");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USER app\nRUN pip install a",  "RUN useradd -m app\nUSER app\nRUN pip install a",
        "ARG UID=1000\nRUN useradd -m -u $UID app\nUSER app\nRUN pip install a", "USER $NAME\nRUN pip install a",
        "RUN su app -c 'pip install a'"
      })
  void whereTheUsersNumbersAreUnknownNothingIsMounted(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/pip/user");
  }

  @Test
  void anImageWhoseUserIsAnotherIsLeftAlone() {
    assertKept(MAIN, "FROM jupyter/base-notebook\nRUN pip install a\n", "mount-cache/pip/user");
  }

  @Test
  void rootAgainIsRoot() {
    assertRewrites(
        MAIN, python("USER app\nUSER root\nRUN pip install a"), python("USER app\nUSER root\n" + PIP_MOUNT + "pip install a"));
  }

  @Test
  void sudoIsRootWhereTheUserMayBe() {
    assertRewrites(MAIN, python("RUN sudo pip install a"), python(PIP_MOUNT + "sudo pip install a"));
    assertKept(MAIN, python("USER app\nRUN sudo pip install a"), "mount-cache/pip/user");
    assertKept(MAIN, python("RUN sudo -u app pip install a"), "mount-cache/pip/user");
    assertKept(
        MAIN, python("RUN sudo -u app apt-get update && sudo -u app apt-get install -y a"), "mount-cache/apt/user");
  }

  @Test
  void bothNumbersMustBeKnown() {
    assertKept(MAIN, python("RUN useradd -m -u 1000 -g users app\nUSER app\nRUN pip install a"), "mount-cache/pip/user");
  }

  @Test
  void sudoInstallsAsRoot() {
    assertRewrites(
        mountCache(APT.listsOnly()),
        python("USER app\nRUN sudo apt-get update && sudo apt-get install -y a"),
        python("USER app\n" + LISTS + "sudo apt-get update && sudo apt-get install -y a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"usermod -l app2 app", "usermod -u $UID app", "userdel app", "test -n x || usermod -u 5 app"})
  void aUserThatIsChangedInWaysNotKnownIsNotKnown(String change) {
    assertLeft(
        "RUN useradd -m -u 1000 app && " + change + "\nUSER app\nRUN pip install --user flask",
        "mount-cache/pip/user",
        "pip install --user flask");
  }

  @Test
  void anOnBuildRunsBehindThoseBeforeIt() {
    String call = "pip install --no-cache-dir flask";
    assertLeft("ONBUILD USER app\nONBUILD RUN " + call, "mount-cache/pip/user", call);
    String cached = "pip install «---no-cache-dir »flask";
    assertRefits("ONBUILD ENV PIP_CACHE_DIR=/opt/pip\nONBUILD RUN «/opt/pip»" + cached);
    assertRefits("ONBUILD RUN «pip»" + cached + "\nONBUILD ENV PIP_CACHE_DIR=/opt/pip");
    assertRefits("ONBUILD ENV PIP_CACHE_DIR=/opt/pip\nRUN «pip»" + cached);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry.access.redhat.com/ubi8/python-38", "quay.io/fedora/python-312", "jupyter/base-notebook"})
  void anImageMayHaveAnotherUser(String image) {
    assertKept(pythonCaching(), "FROM " + image + "\nRUN pip install x\n", "mount-cache/pip/user");
  }
}
