package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Engine;
import dev.drydock.spi.InstructionSink;
import dev.drydock.spi.Kind;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An instruction: a keyword, flags, arguments and heredocs, over one or more physical lines.
 *
 * <p>Everything here is a view, read from the text on first use and then kept. Views are total: where
 * {@link Dockerfile#problems()} has something to say of an instruction, they show what could be read.
 */
public abstract sealed class Instruction extends Construct
    permits From,
        Run,
        FileCopy,
        Env,
        Arg,
        Label,
        Expose,
        User,
        Workdir,
        Entrypoint,
        Cmd,
        Shell,
        Volume,
        StopSignal,
        HealthCheck,
        OnBuild,
        Maintainer,
        UnknownInstruction {

  private volatile @Nullable InstructionParts parts;

  Instruction(Source source, int start, int end) {
    super(source, start, end);
  }

  /**
   * The one instruction that this text holds.
   *
   * @throws IllegalArgumentException where it holds none, or more than one construct
   */
  public static Instruction parse(String text) {
    Given.notNull(text, "text");
    return Detached.one(Instruction.class, text.endsWith("\n") ? text : text + "\n");
  }

  /** The instructions among these constructs. */
  static Vector<Instruction> in(Vector<Construct> constructs) {
    return constructs.filter(Instruction.class::isInstance).map(Instruction.class::cast);
  }

  /** The lexical parts, kept as a {@link dev.drydock.view.View} keeps what it has read. */
  final InstructionParts parts() {
    InstructionParts known = parts;
    return known != null ? known : readParts();
  }

  private InstructionParts readParts() {
    return parts(sink -> Engine.get().instruction(text(), escape(), sink));
  }

  /** The lexical parts, from whoever has read them where they are not known yet. */
  final synchronized InstructionParts parts(Consumer<InstructionSink> reading) {
    InstructionParts known = parts;
    if (known == null) {
      known = InstructionParts.heard(text(), reading);
      parts = known;
    }
    return known;
  }

  /** The keyword in upper case, as BuildKit's reference spells it. */
  public final String keyword() {
    return parts().keyword.toUpperCase(Locale.ROOT);
  }

  /** The keyword as it stands in the file. */
  public final String writtenKeyword() {
    return parts().keyword;
  }

  /** The flags, in order. */
  public final Vector<Flag> flags() {
    return parts().flags;
  }

  /** The value of the first flag of this name, where it is given and has one. */
  public final Option<String> flag(String name) {
    Given.notNull(name, "name");
    return flags().find(flag -> flag.name().equals(name)).flatMap(Flag::value);
  }

  /** Whether a flag of this name is given and is not {@code =false}, in whatever case (BuildKit {@code BFlags.Parse}). */
  final boolean switchedOn(String name) {
    return flags()
        .find(flag -> flag.name().equals(name))
        .exists(flag -> !flag.value().exists("false"::equalsIgnoreCase));
  }

  /** Whether the arguments are a JSON array of strings (BuildKit's exec form). */
  public final boolean execForm() {
    return parts().execForm;
  }

  /**
   * The arguments as BuildKit splits them: for a shell form one joined line, for ENV and LABEL key, value and
   * separator in turn, for the others words. Variables are not expanded.
   */
  public final Vector<String> arguments() {
    return parts().arguments;
  }

  /** The heredocs, in the order of the words that open them. */
  public final Vector<Heredoc> heredocs() {
    return parts().heredocs;
  }

  /** The argument at this index, or the empty string. */
  final String argument(int index) {
    Vector<String> all = arguments();
    return index < all.size() ? all.get(index) : "";
  }

  /** The values of all flags of this name, in order. */
  final Vector<String> flagValues(String name) {
    return flags().filter(flag -> flag.name().equals(name)).flatMap(Flag::value);
  }

  /** With this flag, in the place of the first of its name, or behind all flags. */
  final Instruction withFlag(String name, String value) {
    return flagged(name, Option.some(value), InstructionWriter.flag(name, value, escape()), true);
  }

  /** With this flag behind all others. */
  final Instruction withAddedFlag(String name, String value) {
    return flagged(name, Option.some(value), InstructionWriter.flag(name, value, escape()), false);
  }

  /** With this flag, which needs no value. */
  final Instruction withSwitch(String name) {
    return flagged(name, Option.none(), "--" + name, true);
  }

  private Instruction flagged(String name, Option<String> value, String written, boolean once) {
    Option<Flag> there = once ? flags().find(flag -> flag.name().equals(name)) : Option.none();
    Instruction made =
        there.isDefined() ? spliced(there.get().span(), written) : likeThis(ArgumentLayout.withFlag(this, written));
    boolean said = made.flags().exists(flag -> flag.name().equals(name) && flag.value().equals(value));
    if (!said || !made.arguments().equals(arguments()) || made.heredocs().size() != heredocs().size()) {
      throw Given.refused("--" + name, "a value that BuildKit reads again as it is", value.getOrElse(""));
    }
    return made;
  }

  /**
   * An instruction of another text in the place of this one, perhaps of another kind: {@code
   * add.withText(add.text().replaceFirst("ADD", "COPY"))}. It is read with this file's escape character, and its lines end
   * as the file's do; where this instruction has lines that end otherwise, a text with {@code \r} is taken as it is.
   *
   * @throws IllegalArgumentException where the text is not one instruction
   */
  public final Instruction withText(String text) {
    String own = Given.notNull(text, "text").indexOf('\r') < 0 || endsLinesAsFile() ? Source.withLineEnding(text, lineEnding()) : text;
    String ended = own.endsWith("\n") || !endsLine() ? own : own + lineEnding();
    Kind kind = Detached.kind(ended, escape()).getOrNull();
    if (kind != null
        && Constructs.of(kind, new Source(ended, escape(), lineEnding()), 0, ended.length()) instanceof Instruction made) {
      return made;
    }
    throw Given.refused("text", "one instruction, with " + escape() + " where a line goes on", text);
  }

  private boolean endsLinesAsFile() {
    String lines = text().replace(lineEnding(), "");
    return lines.indexOf('\r') < 0 && lines.indexOf('\n') < 0;
  }

  /** Without the flags of this name; the rest keeps its text. */
  public final Instruction withoutFlag(String name) {
    Given.notNull(name, "name");
    Vector<Span> gone = flags().filter(flag -> flag.name().equals(name)).map(Flag::span);
    return gone.isEmpty() ? this : likeThis(LineLayout.without(this, gone));
  }

  /**
   * With another content in the place of one of its heredocs, with a line end after its last line.
   *
   * @throws IllegalArgumentException where the heredoc is none of its own, or a line of the content is its delimiter
   */
  public final Instruction withContent(Heredoc heredoc, String content) {
    Given.notNull(content, "content");
    int index = heredocs().indexOf(Given.notNull(heredoc, "heredoc"));
    if (index < 0) {
      throw Given.refused("heredoc", "one of this instruction", heredoc.name());
    }
    String ended = content.isEmpty() || content.endsWith("\n") ? content : content + "\n";
    Instruction made = spliced(heredoc.body(), ended);
    if (!made.isWhole() || !made.contents().equals(contents().update(index, ended))) {
      throw Given.refused("content", "text without a line that is " + heredoc.name() + ", which would end it", content);
    }
    return made;
  }

  private Vector<String> contents() {
    return heredocs().map(Heredoc::content);
  }

  /** Whether the text is read as this one instruction, wherever it stands. */
  final boolean isWhole() {
    return Detached.kind(text(), escape()).contains(kind());
  }

  /** With another argument in the place of one: in quotes where the arguments are a JSON array. */
  final Instruction withArgument(int index, String name, String value) {
    Vector<String> wanted = index < arguments().size() ? arguments().update(index, value) : arguments();
    String written = execForm() ? InstructionWriter.json(value) : value;
    return index < arguments().size()
        ? requireArguments(spliced(parts().argumentSpan(index), written), wanted, name, value)
        : requireArguments(this, wanted.append(value), name, value);
  }

  /** With other words in the place of all; they are laid out anew. */
  final Instruction withArguments(Instruction of, String name) {
    InstructionParts parts = parts();
    InstructionParts other = of.parts();
    if (parts.arguments.isEmpty() || parts.heredocs.nonEmpty()) {
      throw Given.refused(name, "an instruction with arguments to replace, and without heredocs", text().strip());
    }
    Instruction laid = (Instruction) Detached.laidOut(of, source);
    String arguments = laid.text().substring(laid.parts().line.textOffset(other.argumentsStart), endOf(laid));
    Span all = new Span(parts.line.textOffset(parts.argumentsStart), endOf(this));
    return requireArguments(spliced(all, arguments), laid.arguments(), name, arguments);
  }

  private static int endOf(Instruction instruction) {
    return instruction.parts().line.textOffset(instruction.parts().argumentsEnd - 1) + 1;
  }

  private Instruction requireArguments(Instruction made, Vector<String> wanted, String name, String value) {
    boolean kept = made.flags().equals(flags()) && made.contents().equals(contents());
    if (!made.isWhole() || !made.arguments().equals(wanted) || !kept) {
      throw Given.refused(name, "a text that " + keyword() + " can hold and BuildKit reads again as it is", value);
    }
    return InstructionWriter.accepted(made);
  }

  /** An instruction of this kind and layout, with another text. */
  final Instruction likeThis(String text) {
    return (Instruction) Constructs.like(this, new Source(text, escape(), lineEnding()), 0, text.length());
  }

  /** The text with a span of it replaced. */
  final Instruction spliced(Span span, String replacement) {
    String text = text();
    return likeThis(text.substring(0, span.start()) + replacement + text.substring(span.end()));
  }
}
