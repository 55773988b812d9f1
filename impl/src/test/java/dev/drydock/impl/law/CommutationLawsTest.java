package dev.drydock.impl.law;

import static dev.drydock.caching.PackageManagers.APK;
import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.CARGO;
import static dev.drydock.caching.PackageManagers.DNF;
import static dev.drydock.caching.PackageManagers.GO;
import static dev.drydock.caching.PackageManagers.MAVEN;
import static dev.drydock.caching.PackageManagers.MICRODNF;
import static dev.drydock.caching.PackageManagers.NPM;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.POETRY;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.PackageManagers.YUM;

import dev.drydock.caching.CacheIds;
import dev.drydock.caching.Transforms;
import dev.drydock.laws.CommutationLaws;
import dev.drydock.transform.Transform;
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

  @Group
  class OfSystemAndLanguage implements CommutationLaws {
    @Override
    public Transform first() {
      return Transforms.mountCache(GO, APK, NPM);
    }

    @Override
    public Transform second() {
      return Transforms.mountCache(POETRY, CARGO, DNF, APT);
    }
  }

  @Group
  class OfTwoThatShareADirectory implements CommutationLaws {
    @Override
    public Transform first() {
      return Transforms.mountCache(YUM);
    }

    @Override
    public Transform second() {
      return Transforms.mountCache(MICRODNF, DNF, MAVEN);
    }
  }

  @Group
  class OfAptAndTheOthersWithIds implements CommutationLaws {
    @Override
    public Transform first() {
      return BuiltIns.mountCacheWithIds(APT);
    }

    @Override
    public Transform second() {
      return BuiltIns.mountCacheWithIds(UV, PIP);
    }
  }

  @Group
  class OfIdsThatNameDifferentArguments implements CommutationLaws {
    @Override
    public Transform first() {
      return Transforms.mountCache(PIP.withIds(CacheIds.byPlatform()));
    }

    @Override
    public Transform second() {
      return Transforms.mountCache(UV.withId("$BUILDARCH$TARGETOS$TARGETVARIANT"));
    }
  }

  @Group
  class OfSyntaxAndTheMainJob implements CommutationLaws {
    @Override
    public Transform first() {
      return addSyntax();
    }

    @Override
    public Transform second() {
      return Transforms.pythonCaching().withoutSyntax();
    }
  }

  @Group
  class OfSyntaxAndTheSequence implements CommutationLaws {
    @Override
    public Transform first() {
      return addSyntax();
    }

    @Override
    public Transform second() {
      return Transform.sequence(
          Transforms.keepAptCache(), Transforms.mountCache(APT, PIP, UV), Transforms.dropCacheDefeaters(APT, PIP, UV));
    }
  }

  /** Where it raises no frontend from before cache mounts: with that raised, more is mounted. */
  private static Transform addSyntax() {
    return Transforms.addSyntax()
        .when(dockerfile -> !dockerfile.syntax().exists(value -> value.matches(".*:1\\.[01](\\.\\d+)?( .*)?")));
  }
}
