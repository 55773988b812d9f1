package dev.drydock.impl.law;

import static dev.drydock.transform.PackageManagers.APT;
import static dev.drydock.transform.PackageManagers.PIP;
import static dev.drydock.transform.PackageManagers.UV;

import dev.drydock.laws.CommutationLaws;
import dev.drydock.transform.Transform;
import dev.drydock.transform.Transforms;
import net.jqwik.api.Group;

/** What is documented to commute does. */
class CommutationLawsTest {

  @Group
  class OfAptAndPip implements CommutationLaws {
    @Override
    public Transform first() {
      return Transforms.mountCache(APT);
    }

    @Override
    public Transform second() {
      return Transforms.mountCache(PIP);
    }
  }

  @Group
  class OfPipAndUv implements CommutationLaws {
    @Override
    public Transform first() {
      return Transforms.mountCache(PIP);
    }

    @Override
    public Transform second() {
      return Transforms.mountCache(UV);
    }
  }

  @Group
  class OfAllAtOnceAndOneByOne implements CommutationLaws {
    @Override
    public Transform first() {
      return Transforms.mountCache(APT);
    }

    @Override
    public Transform second() {
      return Transforms.mountCache(UV, PIP);
    }
  }
}
