package dev.drydock.impl.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.lang.reflect.Modifier;
import java.util.List;

/** The classes of some packages as the product has them: without the tests, which stand beside this class. */
public final class ProductClasses {

  /** The packages of the language that everybody may use. */
  public static final List<String> EXPORTED =
      List.of(
          "dev.drydock.caching", "dev.drydock.dockerfile", "dev.drydock.shell", "dev.drydock.text", "dev.drydock.transform");

  private static final String TESTS =
      ProductClasses.class.getProtectionDomain().getCodeSource().getLocation().toString();

  private ProductClasses() {}

  /** Those of some packages and of the packages below. */
  public static JavaClasses of(String... packages) {
    return new ClassFileImporter().withImportOption(ProductClasses::isProduct).importPackages(packages);
  }

  /** Whether other code can name a type: it and all that it is nested in are public. */
  public static boolean isVisible(Class<?> type) {
    boolean visible = !type.isAnonymousClass() && !type.isLocalClass() && !type.isSynthetic();
    for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
      visible &= Modifier.isPublic(outer.getModifiers());
    }
    return visible;
  }

  private static boolean isProduct(Location location) {
    return !location.asURI().toString().startsWith(TESTS);
  }
}
