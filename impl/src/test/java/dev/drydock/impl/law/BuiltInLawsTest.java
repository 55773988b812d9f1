package dev.drydock.impl.law;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;

import dev.drydock.caching.Transforms;
import dev.drydock.laws.CompositionLaws;
import dev.drydock.laws.TransformLaws;
import dev.drydock.transform.Transform;
import net.jqwik.api.Group;

/** Every built-in transform keeps every law. */
class BuiltInLawsTest {

  @Group
  class OfAddSyntax implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.addSyntax();
    }
  }

  @Group
  class OfKeepAptCache implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.keepAptCache();
    }
  }

  @Group
  class OfMountCache implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.mountCache(APT, PIP, UV);
    }
  }

  @Group
  class OfMountCacheForListsOnly implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.mountCache(APT.listsOnly());
    }
  }

  @Group
  class OfMountCacheWithIds implements TransformLaws {
    @Override
    public Transform transform() {
      return BuiltIns.mountCacheWithIds(APT, PIP, UV);
    }
  }

  @Group
  class OfDropCacheDefeaters implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.dropCacheDefeaters(APT, PIP, UV);
    }
  }

  @Group
  class OfDropCacheDefeatingEnv implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.dropCacheDefeatingEnv(APT, PIP, UV);
    }
  }

  @Group
  class OfRepairCacheMounts implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.repairCacheMounts();
    }
  }

  @Group
  class OfRepairCacheMountsWithIds implements TransformLaws {
    @Override
    public Transform transform() {
      return BuiltIns.repairCacheMountsWithIds();
    }
  }

  @Group
  class OfUvLinkModeCopy implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.uvLinkModeCopy();
    }
  }

  @Group
  class OfStripCacheMounts implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.stripCacheMounts();
    }
  }

  @Group
  class OfPythonCaching implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.pythonCaching();
    }
  }

  @Group
  class OfPythonCachingWithoutSyntax implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.pythonCaching().withoutSyntax();
    }
  }

  @Group
  class OfPythonCachingWithIds implements TransformLaws {
    @Override
    public Transform transform() {
      return BuiltIns.pythonCachingWithIds();
    }
  }

  @Group
  class OfTheWholeSequence implements TransformLaws {
    @Override
    public Transform transform() {
      return BuiltIns.whole();
    }
  }

  @Group
  class OfEveryPackageManager implements TransformLaws {
    @Override
    public Transform transform() {
      return BuiltIns.everything();
    }
  }

  @Group
  class OfTheMainJobForEveryPackageManager implements TransformLaws {
    @Override
    public Transform transform() {
      return Transforms.pythonCaching(BuiltIns.known());
    }
  }

  @Group
  class OfPythonCachingAndBack implements CompositionLaws {
    @Override
    public Transform transform() {
      return Transforms.pythonCaching().andThen(Transforms.stripCacheMounts());
    }
  }
}
