package dev.drydock.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.compatibility.Break.Kind;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of break is seen, and what breaks nobody is not called a break. */
public class SurfaceTest {

  /** Open to other code, with a method for each kind of change. */
  public interface Open {
    List<String> names() throws IOException;

    default int size() {
      return 0;
    }
  }

  /** Not open to other code. */
  public sealed interface Closed permits One {
    int number();
  }

  /** The one case. */
  public record One(int number) implements Closed {}

  /** A type with constants. */
  public enum Choice {
    YES
  }

  /** A class that other code may extend, and what it inherits from a type that nobody else can name. */
  public static class Base extends Hidden implements Supplier<String> {
    @Override
    public String get() {
      return "";
    }

    protected void forHeirs() {}
  }

  /** Not visible. */
  abstract static class Hidden {
    public int inherited() {
      return 1;
    }
  }

  private static final Surface TODAY = Surface.of(Stream.of(Open.class, Closed.class, One.class, Choice.class, Base.class, Hidden.class));

  @Test
  void aSurfaceThatIsTheSameBreaksNobody() {
    assertThat(TODAY.breaksIn(TODAY)).isEmpty();
    assertThat(Surface.parse(TODAY.text()).breaksIn(TODAY)).isEmpty();
    assertThat(TODAY.text()).contains("Base#inherited()").contains("Base#forHeirs()").doesNotContain("Hidden#");
  }

  /** What stood in the recorded surface instead of what stands in today's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Open#size()                 | Open#length()                    | BINARY",
        "Open#size()	instance public int | Open#size()	instance public long | BINARY",
        "Open#size()	instance     | Open#size()	static               | BINARY",
        "interface java.util.function| class java.util.function         | ''",
        "class extensible nested java.lang.Object java.util.function.Supplier | class extensible nested java.lang.Object java.io.Closeable | BINARY",
        "record final                | record                           | BINARY",
        "interface sealed nested     | interface extensible nested      | BINARY",
        "java.util.List<java.lang.String>() | java.util.List<java.lang.Object>() | SOURCE",
        "throws java.io.IOException  | ''                               | SOURCE",
        "of YES                      | of YES, NO                       | SOURCE",
      })
  void whatIsAnotherOneNow(String today, String recorded, String kind) {
    Surface before = Surface.parse(TODAY.text().replace(today, recorded));
    assertThat(before.breaksIn(TODAY)).extracting(each -> each.kind().name()).isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
  }

  @Test
  void aMethodThatOthersMustImplementBreaksTheirSources() {
    assertThat(without("Open#names").breaksIn(TODAY)).extracting(Break::kind).containsExactly(Kind.SOURCE);
  }

  @Test
  void aMethodThatNobodyElseImplementsBreaksNobody() {
    assertThat(without("Closed#number").breaksIn(TODAY)).isEmpty();
    assertThat(without("Open#size").breaksIn(TODAY)).isEmpty();
  }

  @Test
  void aFreedomThatIsNewBreaksNobody() {
    assertThat(Surface.parse(TODAY.text().replace("class extensible nested", "class abstract extensible nested")).breaksIn(TODAY)).isEmpty();
  }

  @Test
  void aDefaultThatIsAnotherOneOrGoneIsABreak() {
    Defaults today = Defaults.ofToday();
    String changed = today.text().replace("target=/cache", "target=/other") + "rule x\tdocs/rules/x.md\n";
    assertThat(Defaults.parse(changed).breaksIn(today))
        .extracting(Break::name)
        .containsExactly("BEHAVIOUR a new cache mount", "BEHAVIOUR rule x");
    assertThat(today.breaksIn(Defaults.parse(changed))).hasSize(1);
  }

  private static Surface without(String member) {
    StringBuilder text = new StringBuilder();
    TODAY.text().lines().filter(line -> !line.contains(member)).forEach(line -> text.append(line).append('\n'));
    return Surface.parse(text.toString());
  }
}
