package dev.drydock.impl.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.drydock.impl.caching.RuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {

  private static final String CACHING = "dev.drydock.impl.caching";

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
  void theBuiltInTransformsUseOnlyWhatIsExportedToEveryone() throws IOException {
    classes()
        .that()
        .resideInAPackage(CACHING + "..")
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.drydock..")
                .or(resideInAPackage(CACHING + ".."))
                .or(resideInAnyPackage(exportedToEveryone())))
        .check(all);
  }

  private static String[] exportedToEveryone() throws IOException {
    String module = Files.readString(RuleFiles.file("api/src/main/java/module-info.java"));
    String[] packages =
        Pattern.compile("(?m)^  exports ([\\w.]+);").matcher(module).results().map(export -> export.group(1)).toArray(String[]::new);
    assertThat(packages).contains("dev.drydock.caching", "dev.drydock.transform").doesNotContain("dev.drydock.spi");
    return packages;
  }

  /** The floors of what decides, from the lowest up; the transforms themselves are above them all. */
  private static final List<String> FLOORS = List.of("effect", "fact", "rule", "plan");

  @Test
  void aFloorKnowsOnlyThoseBelowIt() {
    for (int i = 0; i < FLOORS.size(); i++) {
      List<String> above = new ArrayList<>(List.of(CACHING));
      FLOORS.subList(i + 1, FLOORS.size()).forEach(floor -> above.add(CACHING + "." + floor));
      noClasses()
          .that()
          .resideInAPackage(CACHING + "." + FLOORS.get(i) + "..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(above.toArray(String[]::new)))
          .check(all);
    }
    slices().matching(CACHING + ".(*)..").should().beFreeOfCycles().check(all);
  }

  @Test
  void everyClassThatDecidesLiesOnAFloor() {
    classes()
        .that()
        .resideInAPackage(CACHING + "..")
        .should()
        .resideInAnyPackage(
            Stream.concat(Stream.of(CACHING), FLOORS.stream().map(floor -> CACHING + "." + floor)).toArray(String[]::new))
        .check(all);
  }

  /** Files that use each other in a circle, each circle with its reason. */
  private static final Map<Set<String>, String> CIRCLES =
      Map.of(
          Set.of("effect.Invocation", "effect.PackageCall"),
          "an invocation keeps the call of a package manager that it is, and the call its invocation",
          Set.of("fact.Environment", "fact.RunFacts", "fact.Settings"),
          "a RUN keeps its calls as what they do under the variables that are in force, which are those of the RUN");

  @Test
  void noFilesThatDecideUseEachOtherInACircle() {
    List<Set<String>> cycles = Cycles.among(all.that(resideInAPackage(CACHING + "..")));
    String largest = cycles.isEmpty() ? "no cycle" : "largest cycle: " + cycles.get(0).size() + " files " + cycles.get(0);
    System.out.println("Files of " + CACHING + ": " + largest);
    assertThat(cycles).as(largest).containsExactlyInAnyOrderElementsOf(CIRCLES.keySet());
    assertThat(CIRCLES.keySet()).allMatch(circle -> circle.size() <= 3);
  }

  @Test
  void circlesAreFound() {
    Map<String, Set<String>> uses =
        Map.of("a", Set.of("b"), "b", Set.of("c", "f"), "c", Set.of("a", "d"), "d", Set.of("e"), "e", Set.of("d"), "f", Set.of());
    assertThat(Cycles.in(uses)).containsExactly(Set.of("a", "b", "c"), Set.of("d", "e"));
    assertThat(Cycles.in(Map.of("a", Set.of("b"), "b", Set.of()))).isEmpty();
    assertThat(Cycles.among(all.that(resideInAPackage("dev.drydock.dockerfile")))).isNotEmpty();
  }

  @Test
  void theReadersKnowNeitherEachOtherNorTheTransforms() {
    noClasses()
        .that()
        .resideInAPackage("dev.drydock.impl.read..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.drydock.impl.shell..", CACHING + ".."))
        .check(all);
    noClasses()
        .that()
        .resideInAPackage("dev.drydock.impl.shell..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.drydock.impl.read..", CACHING + ".."))
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

  /** The class that touches files, and the one that reads a table which lies beside it in the product. */
  private static final String READERS = "dev.drydock.(dockerfile.DockerfileFiles|impl.caching.effect.BuiltInPrograms)";

  @Test
  void onlyOneClassTouchesFiles() {
    noClasses()
        .that()
        .haveNameNotMatching(READERS.replace(".", "\\."))
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
