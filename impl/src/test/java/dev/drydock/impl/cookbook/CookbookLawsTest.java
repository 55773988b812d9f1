package dev.drydock.impl.cookbook;

import dev.drydock.laws.TransformLaws;
import dev.drydock.transform.Transform;
import net.jqwik.api.Group;

/** Each recipe keeps every law. */
class CookbookLawsTest {

  @Group
  class OfPin implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.PIN.transform();
    }
  }

  @Group
  class OfBump implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.BUMP.transform();
    }
  }

  @Group
  class OfLabel implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.LABEL.transform();
    }
  }

  @Group
  class OfUser implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.USER.transform();
    }
  }

  @Group
  class OfCopy implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.COPY.transform();
    }
  }

  @Group
  class OfSecret implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.SECRET.transform();
    }
  }

  @Group
  class OfUv implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.UV.transform();
    }
  }

  @Group
  class OfSort implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.SORT.transform();
    }
  }

  @Group
  class OfCheck implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.CHECK.transform();
    }
  }

  @Group
  class OfMerge implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.MERGE.transform();
    }
  }

  @Group
  class OfExec implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.EXEC.transform();
    }
  }

  @Group
  class OfMaintainer implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.MAINTAINER.transform();
    }
  }

  @Group
  class OfLean implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.LEAN.transform();
    }
  }

  @Group
  class OfFaster implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.FASTER.transform();
    }
  }

  @Group
  class OfCopying implements TransformLaws {
    @Override
    public Transform transform() {
      return Cookbook.COPYING.transform();
    }
  }
}
