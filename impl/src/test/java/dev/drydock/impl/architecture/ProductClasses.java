package dev.drydock.impl.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;

/** The classes of some packages as the product has them: without the tests, which stand beside this class. */
final class ProductClasses {

  private static final String TESTS =
      ProductClasses.class.getProtectionDomain().getCodeSource().getLocation().toString();

  private ProductClasses() {}

  static JavaClasses of(String... packages) {
    return new ClassFileImporter().withImportOption(ProductClasses::isProduct).importPackages(packages);
  }

  private static boolean isProduct(Location location) {
    return !location.asURI().toString().startsWith(TESTS);
  }
}
