package dev.drydock.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing that users of version 0.1.0 rely on goes unsaid: what breaks them stands in {@code allowed.txt} with a reason.
 * With {@code -DargLine=-Dsurface.write=true} the test records today's surface and defaults instead.
 */
class CompatibilityTest {

  /** What the modules that are published export to everybody. */
  private static final List<String> EXPORTED =
      List.of(
          "dev.drydock.caching", "dev.drydock.dockerfile", "dev.drydock.fleet", "dev.drydock.laws", "dev.drydock.shell",
          "dev.drydock.text", "dev.drydock.transform");

  private static final Path RECORDED = Path.of("src", "test", "resources", "surface");

  private static final Path SURFACE = RECORDED.resolve("0.1.0.txt");
  private static final Path DEFAULTS = RECORDED.resolve("0.1.0-defaults.txt");

  @Test
  void whatBreaksUsersIsAllowedAndWhatIsAllowedBreaksThem() throws IOException {
    Surface surface = surfaceOfToday();
    Defaults defaults = Defaults.ofToday();
    if (Boolean.getBoolean("surface.write")) {
      Files.writeString(SURFACE, surface.text());
      Files.writeString(DEFAULTS, defaults.text());
    }
    List<Break> breaks =
        Stream.concat(
                Surface.parse(Files.readString(SURFACE)).breaksIn(surface).stream(),
                Defaults.parse(Files.readString(DEFAULTS)).breaksIn(defaults).stream())
            .toList();
    Map<String, String> allowed = allowed();
    assertThat(breaks.stream().filter(each -> !allowed.containsKey(each.name()))).as("breaks that allowed.txt does not name").isEmpty();
    assertThat(allowed.keySet()).as("lines of allowed.txt that name no break")
        .isSubsetOf(breaks.stream().map(Break::name).collect(Collectors.toSet()));
    assertThat(allowed.values()).as("reasons").doesNotContain("");
  }

  private static Surface surfaceOfToday() {
    return Surface.of(new ClassFileImporter().withImportOption(CompatibilityTest::isProduct).importPackages(EXPORTED).stream().map(JavaClass::reflect));
  }

  private static boolean isProduct(Location location) {
    return !location.asURI().toString().startsWith(CompatibilityTest.class.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  /** By the name of a break, why it is allowed. */
  private static Map<String, String> allowed() throws IOException {
    Map<String, String> allowed = new TreeMap<>();
    for (String line : Files.readAllLines(RECORDED.resolve("allowed.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split(" -- ", 2);
        allowed.put(columns[0].strip(), columns.length > 1 ? columns[1].strip() : "");
      }
    }
    return allowed;
  }
}
