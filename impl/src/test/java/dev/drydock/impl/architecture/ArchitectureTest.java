package dev.drydock.impl.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {

  private final JavaClasses all =
      ProductClasses.of(
          "dev.drydock.text",
          "dev.drydock.view",
          "dev.drydock.diff",
          "dev.drydock.spi",
          "dev.drydock.shell",
          "dev.drydock.dockerfile",
          "dev.drydock.transform",
          "dev.drydock.caching",
          "dev.drydock.impl");

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
  void noPackagesUseEachOtherInACircle() {
    slices().matching("dev.drydock.(**)").should().beFreeOfCycles().check(all);
  }

  /** The lowest package: whatever another one offers, it does without. */
  @Test
  void thePackageOfTextsKnowsNoOther() {
    noClasses()
        .that()
        .resideInAPackage("dev.drydock.text")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.drydock..").and(not(resideInAPackage("dev.drydock.text"))))
        .check(all);
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
