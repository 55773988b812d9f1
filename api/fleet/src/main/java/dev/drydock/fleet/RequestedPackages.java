package dev.drydock.fleet;

import dev.drydock.caching.PackageManager;
import io.vavr.collection.Seq;
import java.util.Objects;

/**
 * The packages that files ask of one package manager by name.
 *
 * @param manager the package manager
 * @param packages how many different ones
 * @param repeated those that more than one file asks for, that with the most files first
 */
public record RequestedPackages(PackageManager manager, int packages, Seq<Request> repeated) {

  /** The parts, none of which is null. */
  public RequestedPackages {
    Objects.requireNonNull(manager, "manager");
    Objects.requireNonNull(repeated, "repeated");
  }

  /**
   * One of them.
   *
   * @param name its name, in any version
   * @param files how many files ask for it
   */
  public record Request(String name, int files) {

    /** The parts, none of which is null. */
    public Request {
      Objects.requireNonNull(name, "name");
    }
  }
}
