package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NamedTransformsTest {

  @Test
  void everyTransformOfTheCatalogueHasItsName() {
    TreeSet<String> methods = new TreeSet<>();
    for (Method method : Transforms.class.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())) {
        methods.add(method.getName());
      }
    }
    assertThat(NamedTransforms.names()).containsExactlyInAnyOrderElementsOf(methods);
  }

  @Test
  void everyNameGivesATransform() {
    for (String name : NamedTransforms.names()) {
      assertThat(NamedTransforms.named(name, PackageManagers.ALL)).as(name).isNotEmpty();
    }
    assertThat(NamedTransforms.named("toString", PackageManagers.ALL)).isEmpty();
  }
}
