package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import dev.drydock.view.View;
import io.vavr.control.Option;

/**
 * {@code ONBUILD instruction}: runs in the build of an image FROM this one.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseOnBuild}.
 */
public final class OnBuild extends Instruction {

  private final View<Option<Instruction>> instruction = new View<>();

  OnBuild(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.ONBUILD;
  }

  /** {@code ONBUILD} of an instruction. */
  public static OnBuild of(Instruction instruction) {
    return InstructionWriter.accepted(Detached.one(OnBuild.class, "ONBUILD " + Given.notNull(instruction, "instruction").text()));
  }

  /** The instruction that it holds, where there is one; the same instance each time. */
  public Option<Instruction> instruction() {
    return instruction.get(this::held);
  }

  private Option<Instruction> held() {
    Kind nested = parts().nestedKind;
    if (nested == null) {
      return Option.none();
    }
    String text = text().substring(parts().nestedStart);
    Source inner = new Source(text, escape(), lineEnding());
    return Constructs.of(nested, inner, 0, text.length()) instanceof Instruction held
        ? Option.some(held)
        : Option.none();
  }

  /** Holding another instruction, in the layout of this one. */
  public OnBuild with(Instruction instruction) {
    String held = Detached.laidOut(Given.notNull(instruction, "instruction"), source).text();
    return (OnBuild) likeThis(text().substring(0, parts().nestedStart) + held);
  }
}
