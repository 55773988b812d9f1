package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.caching.CacheIds;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.transform.Transform;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Built-in transforms are found by the calls that give them. */
class TransformNamesTest {

  @Test
  void everyTransformOfTheCatalogueHasItsName() {
    TreeSet<String> methods = new TreeSet<>();
    for (Method method : Transforms.class.getMethods()) {
      if (Modifier.isStatic(method.getModifiers()) && Transform.class.isAssignableFrom(method.getReturnType())) {
        methods.add(method.getName());
      }
    }
    methods.remove("named");
    assertThat(Transforms.names()).containsExactlyInAnyOrderElementsOf(methods);
    assertThat(Transforms.names().head()).isEqualTo("addSyntax");
    for (String name : Transforms.names()) {
      assertThat(Transforms.named(name, PackageManagers.PIP).name()).startsWith(name + "(");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "addSyntax()",
        "keepAptCache()",
        "mountCache(apt,pip)",
        "dropCacheDefeaters(uv)",
        "dropCacheDefeatingEnv(pip,npm)",
        "repairCacheMounts(apt,pip)",
        "uvLinkModeCopy()",
        "stripCacheMounts()",
        "pythonCaching(apt,pip,uv)",
        "pythonCaching(pip).withoutSyntax()",
        "pythonCaching(apt).withoutSyntax().withDocumentedAptConfiguration().withAptListsMounted()"
      })
  void aNameLeadsToTheTransformThatHasIt(String name) {
    assertThat(Transforms.named(name).name()).isEqualTo(name);
    assertThat(Transforms.named(name)).hasToString(name).isEqualTo(Transforms.named(" " + name.replace(",", " , ")));
  }

  @Test
  void theTransformIsThatOfTheCall() {
    assertThat(Transforms.named("mountCache(apt,pip)")).isEqualTo(Transforms.mountCache(PackageManagers.APT, PackageManagers.PIP));
    assertThat(Transforms.named("pythonCaching")).isEqualTo(Transforms.pythonCaching());
    assertThat(Transforms.named("pythonCaching()").name()).isEqualTo("pythonCaching(apt,pip,uv)");
    assertThat(Transforms.named("repairCacheMounts()")).isEqualTo(Transforms.repairCacheMounts());
    assertThat(Transforms.named("mountCache", PackageManagers.PIP.withIds(CacheIds.byRelease())))
        .isEqualTo(Transforms.mountCache(PackageManagers.PIP.withIds(CacheIds.byRelease())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mountCaches(pip)                | addSyntax, keepAptCache, mountCache, dropCacheDefeaters, dropCacheDefeatingEnv, pythonCaching, repairCacheMounts, uvLinkModeCopy, stripCacheMounts",
        "mountCache(pipp)                | with package managers among apt, pip, uv",
        "mountCache                      | mountCache(…) with package managers",
        "addSyntax(pip)                  | addSyntax(), which takes no package managers",
        "addSyntax().withoutSyntax()     | .withoutSyntax(), .withDocumentedAptConfiguration(), .withAptListsMounted()",
        "pythonCaching(pip).withSyntax() | .withoutSyntax(), .withDocumentedAptConfiguration(), .withAptListsMounted()",
        "mountCache(pip                  | the call of a built-in transform, such as mountCache(apt,pip)",
      })
  void whatHasNoNameIsRefusedWithWhatThereIs(String name, String allowed) {
    assertThatThrownBy(() -> Transforms.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("name: ")
        .hasMessageContaining(allowed)
        .hasMessageEndingWith("given: \"" + name + "\"");
  }

  @Test
  void policiesForIdsPrintAsTheCallThatGivesThem() {
    assertThat(CacheIds.byTarget()).hasToString("byTarget()");
    assertThat(CacheIds.explicit()).hasToString("explicit()");
    assertThat(CacheIds.prefixed("s/1-").and(CacheIds.byRelease()).and(CacheIds.byPlatform()))
        .hasToString("prefixed(s/1-).and(byRelease()).and(byPlatform())");
  }
}
