package dev.drydock.impl.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Label;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Rewrites that the language never makes, forged with reflection: laws 2, 4 and 14 catch them. */
class ForgedLawsTest {

  private static final String FILE = "FROM debian\n# Why.\nLABEL a=b\nRUN true\n";

  private static final Transform LABELLED =
      Transform.each(
          Label.class,
          (label, scope) ->
              label.text().contains("tier") ? Edit.keep() : Edit.replace(Label.of("tier", "back"), Label.of("tier", "front")).because("people ask"));

  private static Object field(Rewrite rewrite, String name) throws ReflectiveOperationException {
    Field field = Rewrite.class.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(rewrite);
  }

  /** The rewrite with another value of one field. */
  private static Rewrite forged(Rewrite rewrite, String name, UnaryOperator<Object> other) {
    try {
      Constructor<?> constructor = Rewrite.class.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      List<String> fields = List.of("before", "after", "lineage", "journal", "parts", "undone");
      Object[] values = new Object[fields.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = field(rewrite, fields.get(i));
        values[i] = fields.get(i).equals(name) ? other.apply(value) : value;
      }
      return (Rewrite) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a rewrite is made of other fields than these", e);
    }
  }

  private static Transform forging(Transform transform, String name, UnaryOperator<Object> other) {
    return file -> forged(transform.apply(file), name, other);
  }

  @Test
  void anotherInstanceOfTheSameTextIsCaught() {
    Transform copies = forging(Transform.identity(), "after", file -> Dockerfile.parse(((Dockerfile) file).text()));
    assertThat(BrokenLawsTest.broken(copies, FILE)).contains("2 same instance");
  }

  @Test
  void aChangeWithoutANoteIsCaught() {
    Transform silent = forging(LABELLED, "journal", notes -> Vector.empty());
    assertThat(BrokenLawsTest.broken(silent, FILE)).contains("2 same instance", "4 locality", "14 choice");
    Transform both = Transform.each(Comment.class, (comment, scope) -> Edit.remove().because("why")).andThen(LABELLED);
    Transform half = forging(both, "journal", notes -> ((Vector<?>) notes).take(1));
    assertThat(BrokenLawsTest.broken(half, FILE)).contains("4 locality", "14 choice").doesNotContain("2 same instance");
  }
}
