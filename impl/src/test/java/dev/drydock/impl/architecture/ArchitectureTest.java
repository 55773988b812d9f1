package dev.drydock.impl.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {

  private static final String API = "dev.drydock.";

  /**
   * Which package of the language uses which. The language is one recursive vocabulary, so that its packages are not
   * free of cycles; each arrow has its reason, and no other may come.
   *
   * <ul>
   *   <li>dockerfile → shell: a RUN has a script; shell → dockerfile: a command has a {@code Span} like everything.
   *   <li>dockerfile, shell, transform → spi: the language asks the engine; spi → shell: a {@code Connector} is
   *       reported as such; spi → transform: the engine supplies the built-in transforms.
   *   <li>transform → dockerfile: transforms rewrite the values.
   * </ul>
   */
  private static final Set<String> ALLOWED =
      Set.of(
          "dockerfile -> shell",
          "dockerfile -> spi",
          "shell -> dockerfile",
          "shell -> spi",
          "spi -> shell",
          "spi -> transform",
          "transform -> dockerfile",
          "transform -> spi");

  private final JavaClasses all =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.drydock.dockerfile", "dev.drydock.shell", "dev.drydock.transform", "dev.drydock.spi", "dev.drydock.impl");

  @Test
  void theBuiltInTransformsUseOnlyWhatIsExportedToEveryone() {
    noClasses()
        .that()
        .resideInAPackage("dev.drydock.impl.transform..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.drydock.spi..", "dev.drydock.impl.read..", "dev.drydock.impl.shell..")
                .or(name("dev.drydock.impl.DrydockEngine")))
        .check(all);
  }

  @Test
  void theReadersKnowNeitherEachOtherNorTheTransforms() {
    noClasses()
        .that()
        .resideInAPackage("dev.drydock.impl.read..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.drydock.impl.shell..", "dev.drydock.impl.transform.."))
        .check(all);
    noClasses()
        .that()
        .resideInAPackage("dev.drydock.impl.shell..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.drydock.impl.read..", "dev.drydock.impl.transform.."))
        .check(all);
  }

  @Test
  void theEngineNeverMakesAValueOfTheLanguage() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.drydock.impl.read..", "dev.drydock.impl.shell..")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.drydock.dockerfile.."))
        .check(all);
  }

  @Test
  void theLanguageDoesNotKnowTheKnowledge() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.drydock.impl..")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.drydock.impl.."))
        .check(all);
  }

  @Test
  void thePackagesOfTheLanguageUseEachOtherOnlyAsDocumented() {
    Set<String> found = new TreeSet<>();
    for (JavaClass from : all.that(resideInAnyPackage("dev.drydock.dockerfile", "dev.drydock.shell", "dev.drydock.transform", "dev.drydock.spi"))) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        boolean annotation = dependency.getTargetClass().getSimpleName().equals("ValueStyle");
        if (to.startsWith(API) && !to.equals(from.getPackageName()) && !annotation) {
          found.add(from.getPackageName().substring(API.length()) + " -> " + to.substring(API.length()));
        }
      }
    }
    assertThat(found).isEqualTo(new TreeSet<>(ALLOWED));
  }

  /** What of {@code java.io} a value or its exception needs. */
  private static final Set<String> FOR_VALUES =
      Set.of("Serializable", "ObjectStreamException", "UncheckedIOException", "IOException");

  @Test
  void onlyOneClassTouchesFiles() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.drydock.dockerfile.DockerfileFiles")
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<JavaClass>("files, channels, sockets or streams") {
              @Override
              public boolean test(JavaClass type) {
                return type.getName().equals("java.nio.file.Files")
                    || (type.getPackageName().matches("java\\.(nio\\.channels|net|io)(\\..*)?")
                        && !FOR_VALUES.contains(type.getSimpleName()));
              }
            })
        .check(all);
  }
}
