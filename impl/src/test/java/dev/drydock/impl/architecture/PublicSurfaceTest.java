package dev.drydock.impl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.vavr.control.Either;
import io.vavr.control.Try;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a user sees of the language: JDK types go in, the language's own values and Vavr's collections come out. */
class PublicSurfaceTest {

  private final JavaClasses classes = ProductClasses.of(ProductClasses.EXPORTED.toArray(String[]::new));

  @Test
  void noSignatureShowsTheKnowledgeTheSeamOrGeneratedCode() {
    assertThat(
            signatures()
                .filter(
                    use ->
                        use.type().startsWith("dev.drydock.impl")
                            || use.type().startsWith("dev.drydock.spi")
                            || use.type().contains(".Immutable")))
        .isEmpty();
  }

  @Test
  void noMethodGivesATryOrAnEither() {
    assertThat(
            signatures()
                .filter(use -> use.type().equals(Try.class.getName()) || use.type().equals(Either.class.getName())))
        .isEmpty();
  }

  @Test
  void noPublicMethodGivesNull() {
    assertThat(
            methods()
                .filter(method -> method.reflect().getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void noOptionIsTaken() {
    assertThat(
            methods()
                .filter(method -> !method.getOwner().isRecord())
                .filter(
                    method ->
                        method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.getName().equals("io.vavr.control.Option")))
                .map(JavaMethod::getFullName))
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> packages = new TreeSet<>();
    ProductClasses.of("dev.drydock").stream()
        .map(JavaClass::getPackageName)
        .forEach(packages::add);
    assertThat(packages).hasSizeGreaterThan(ProductClasses.EXPORTED.size());
    assertThat(packages.stream().filter(name -> !nullMarked(name))).as("packages without @NullMarked").isEmpty();
  }

  private static boolean nullMarked(String packageName) {
    try {
      return Class.forName(packageName + ".package-info").isAnnotationPresent(NullMarked.class);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** A type that a public method shows, and where. */
  private record Use(String method, String type) {}

  private Stream<Use> signatures() {
    return methods()
        .flatMap(
            method ->
                Stream.concat(method.getReturnType().getAllInvolvedRawTypes().stream(), method.getParameterTypes().stream().flatMap(p -> p.getAllInvolvedRawTypes().stream()))
                    .map(type -> new Use(method.getFullName(), type.getName())));
  }

  private Stream<JavaMethod> methods() {
    return classes.stream()
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && enclosingPublic(type))
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.BRIDGE))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  private static boolean enclosingPublic(JavaClass type) {
    return Arrays.stream(type.getName().split("\\$")).count() == 1
        || type.getEnclosingClass().map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC)).orElse(true);
  }
}
