package dev.acme;

import dev.drydock.laws.TransformLaws;
import dev.drydock.transform.Transform;

class LeanTest implements TransformLaws {
  @Override
  public Transform transform() {
    return Acme.lean();
  }
}
