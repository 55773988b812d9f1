package dev.acme;

import static dev.drydock.caching.Transforms.pythonCaching;

import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;

/** The transforms of Acme. */
public final class Acme {

  private Acme() {}

  /** {@code apt-get install} without packages that are only recommended. */
  public static Transform lean() {
    return Transform.eachCommand("apt-get", call -> call.runs("install") && !call.has("--no-install-recommends")
        ? call.insertAfter("install", "--no-install-recommends")
            .because("acme/lean", call, "recommended packages are not needed")
        : Edit.keep());
  }

  /** All that Acme does to a Dockerfile. */
  public static Transform all() {
    return Transform.sequence(lean(), pythonCaching()).named("acme");
  }
}
