package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.ManagerTables.assertCaches;
import static dev.drydock.impl.caching.ManagerTables.assertLeft;
import static dev.drydock.impl.caching.ManagerTables.assertMounts;
import static dev.drydock.impl.caching.ManagerTables.assertSilent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maven and Gradle; two slashes part the lines of a file. */
class JvmManagersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          maven | FROM maven:3 // RUN mvn -B clean package -DskipTests | /root/.m2/repository,sharing=locked
          maven | FROM eclipse-temurin:21 // RUN ./mvnw dependency:go-offline | /root/.m2/repository,sharing=locked
          maven | FROM maven:3 // RUN mvn -Dmaven.repo.local=/r verify | /r,sharing=locked
          gradle | FROM eclipse-temurin:21 // RUN ./gradlew --no-daemon bootJar -x test | /root/.gradle/caches,sharing=locked /root/.gradle/wrapper,sharing=locked
          gradle | FROM eclipse-temurin:21 // ENV GRADLE_USER_HOME=/g // RUN gradle build | /g/caches,sharing=locked /g/wrapper,sharing=locked
          gradle | FROM eclipse-temurin:21 // RUN gradle -g /g build | /g/caches,sharing=locked /g/wrapper,sharing=locked
          """)
  void whatDownloadsIsMounted(String manager, String file, String mounts) {
    assertMounts(manager, file, mounts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          maven | content | FROM maven:3 // RUN mvn -B clean install
          maven | content | FROM maven:3 // COPY m2 /root/.m2 // RUN mvn package
          maven | content | FROM maven:3 // RUN mvn -B install:install-file -Dfile=a.jar
          maven | reader | FROM maven:3 // RUN mvn dependency:go-offline // RUN mvn -o package
          maven | run-time | FROM maven:3 // RUN mvn package // CMD ["mvn", "spring-boot:run"]
          maven | refused-setting | FROM maven:3 // RUN mvn package dependency:purge-local-repository
          maven | no-download | FROM maven:3 // RUN mvn --version
          maven | relocated | FROM maven:3 // ENV MAVEN_OPTS="-Dmaven.repo.local=/r" // RUN mvn package
          gradle | reader | FROM gradle:8 // RUN gradle dependencies // RUN gradle --offline build
          gradle | run-time | FROM gradle:8 // RUN gradle build // ENTRYPOINT ["./gradlew", "bootRun"]
          gradle | run-time | FROM gradle:8 // RUN echo a > b && gradle build // ENTRYPOINT ["./gradlew", "bootRun"]
          gradle | no-download | FROM gradle:8 // RUN gradle --version
          gradle | removes-mount-point | FROM gradle:8 // RUN gradle build && rm -rf ~/.gradle
          """)
  void whatCannotBeMountedIsLeftAlone(String manager, String rule, String file) {
    assertLeft(manager, rule, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          maven | FROM maven:3 // RUN echo mvn package
          gradle | FROM gradle:8 // RUN ls gradle/wrapper
          """)
  void whatIsNoCallIsNotSpokenOf(String manager, String file) {
    assertSilent(manager, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          maven | FROM maven:3 // RUN mvn package && rm -rf ~/.m2/repository | FROM maven:3 // RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked \\ //     mvn package
          gradle | FROM eclipse-temurin:21 // RUN gradle build && rm -rf /root/.gradle/caches | FROM eclipse-temurin:21 // RUN --mount=type=cache,target=/root/.gradle/caches,sharing=locked \\ //     --mount=type=cache,target=/root/.gradle/wrapper,sharing=locked \\ //     gradle build
          """)
  void whatDefeatsAMountGoesWithIt(String manager, String before, String after) {
    assertCaches(manager, before, after);
  }
}
