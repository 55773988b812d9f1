package dev.drydock.openrewrite;

import dev.drydock.caching.Transforms;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.Validated;

/** Any built-in transform of Drydock as a recipe, by its name. */
public final class ApplyTransform extends Recipe {

  @Option(
      displayName = "Transform",
      description = "The name of a built-in transform of Drydock, which is the call that gives it.",
      example = "mountCache(apt,pip)")
  private final String transform;

  private final transient NoteTable notes = new NoteTable(this);

  /** With the name of a transform. */
  public ApplyTransform(String transform) {
    this.transform = transform;
  }

  /** The name of the transform. */
  public String getTransform() {
    return transform;
  }

  @Override
  public String getDisplayName() {
    return "Apply a transform of Drydock to Dockerfiles";
  }

  @Override
  public String getInstanceNameSuffix() {
    return "`" + transform + "`";
  }

  @Override
  public String getDescription() {
    return "One of the built-in transforms, such as `addSyntax()`, `mountCache(npm)` or `stripCacheMounts()`. What it"
        + " leaves alone is in a data table, with the reason.";
  }

  @Override
  public Validated<Object> validate() {
    Validated<Object> validated = super.validate();
    try {
      Transforms.named(transform);
      return validated;
    } catch (IllegalArgumentException | NullPointerException e) {
      return validated.and(Validated.invalid("transform", transform, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return new DockerfileVisitor(Transforms.named(transform), notes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApplyTransform that && Objects.equals(transform, that.transform);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(transform);
  }
}
