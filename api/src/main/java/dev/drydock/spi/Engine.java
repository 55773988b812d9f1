package dev.drydock.spi;

import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the language asks of the knowledge: read Dockerfiles, instructions, mounts, variables and shell text
 * as BuildKit and the shell do, and tell images by their names. Stateless and thread-safe.
 */
public interface Engine {

  /**
   * The engine of this application, found with {@link ServiceLoader} on first use.
   *
   * @throws IllegalStateException where no implementation is on the class path or module path
   */
  static Engine get() {
    return EngineLoader.engine();
  }

  /** Cuts a source into constructs. Total: every source is covered without gaps. */
  void constructs(String source, ConstructSink sink);

  /** Reads the parts of one instruction, whose complete text this is. Total. */
  void instruction(String text, char escape, InstructionSink sink);

  /** Reports all that BuildKit would refuse in a file. */
  void problems(String source, ProblemSink sink);

  /**
   * The frontend that BuildKit detects in a source, in any of the forms it reads; else {@code null}. The whole
   * value: an image reference up to the first space, and behind it the frontend's command line.
   */
  @Nullable String syntax(String source);

  /** Reads one value of {@code RUN --mount}. */
  void mount(String value, MountSink sink);

  /**
   * Expands the variables and removes the quotes of a word as BuildKit does in ENV, FROM, WORKDIR and the like.
   *
   * @param variables a variable's value; {@code null} where it is not known
   * @return the expanded word, or {@code null} where a variable that decides it is not known or the word is bad
   */
  @Nullable String expand(String word, char escape, Function<String, @Nullable String> variables);

  /**
   * The distribution that an image is built on, as far as its name and tag tell: the family, and after a blank the
   * release where that is known.
   *
   * @return {@code null} where they do not tell
   */
  @Nullable String distribution(String image);

  /** Reads shell text. Total: what cannot be read is reported, never guessed. */
  void shell(String script, ShellSink sink);
}
