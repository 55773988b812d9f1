package dev.drydock.dockerfile;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import dev.drydock.spi.Kind;
import dev.drydock.view.View;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code RUN [--mount=…] [--network=…] [--security=…] [--device=…] command}, in shell form, exec form or with
 * heredocs.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseRun}.
 */
public final class Run extends Instruction {

  private final View<Vector<Mount>> mounts = new View<>();
  private final View<Option<ShellScript>> script = new View<>();

  Run(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.RUN;
  }

  /** {@code RUN command}, in shell form; line ends of the command must be continued. */
  public static Run of(String command) {
    return Detached.one(Run.class, "RUN " + command + "\n");
  }

  /** In exec form: these words, run without a shell. */
  public static Run exec(String... words) {
    return Written.exec(Run.class, "RUN", Vector.of(words));
  }

  /** The mounts that could be read, in order. */
  public Vector<Mount> mounts() {
    return mounts.get(() -> mountFlags().flatMap(Flag::value).flatMap(Mount::parse));
  }

  /** The flags that are mounts, in order. */
  public Vector<Flag> mountFlags() {
    return flags().filter(flag -> flag.name().equals("mount"));
  }

  /** {@code --network}: {@code default}, {@code none} or {@code host}. */
  public Option<String> network() {
    return flag("network");
  }

  /** {@code --security}: {@code sandbox} or {@code insecure}. */
  public Option<String> security() {
    return flag("security");
  }

  /** The devices of {@code --device}, in order. */
  public Vector<String> devices() {
    return flagValues("device");
  }

  /**
   * What the shell executes, each command and word with its span in this instruction's text. The words of an exec
   * form are one command. None where the instruction itself names another interpreter, by a {@code #!} line in the
   * heredoc that is its script; whether {@link Scope#shell()} is a shell of that kind is the reader's to ask.
   */
  public Option<ShellScript> script() {
    return script.get(() -> RunScript.of(this));
  }

  /** With {@code --network}: {@code default}, {@code none} or {@code host}. */
  public Run withNetwork(String network) {
    return (Run) withFlag("network", network);
  }

  /** With {@code --security}: {@code sandbox} or {@code insecure}. */
  public Run withSecurity(String security) {
    return (Run) withFlag("security", security);
  }

  /** With one more {@code --device}: {@code name[,required]}, the name as the Container Device Interface has it. */
  public Run withDevice(String device) {
    return (Run) withAddedFlag("device", device);
  }

  /**
   * The indentation of what is added on lines of its own: that of the first continued line, where it has one that is not an
   * alignment; else four spaces more than the RUN's.
   */
  public String indentation() {
    return MountLayout.indentation(this);
  }

  /** Whether the text holds these characters anywhere: a cheap first question. */
  public boolean mentions(String characters) {
    return text().contains(characters);
  }

  /** With a mount added before the flags that are there; the command moves to a line of its own. */
  public Run withMount(Mount mount) {
    return withMount(0, mount);
  }

  /**
   * With a mount added before the flag at this index, or behind them all: the first flag stays on the RUN's line,
   * an added one has a line to itself, and the command begins on its own line.
   */
  public Run withMount(int flagIndex, Mount mount) {
    return (Run) withText(MountLayout.with(this, flagIndex, "--mount=" + mount.text()));
  }

  /** Without some of its flags; the command moves up to the last flag's line, or to the RUN's. */
  public Run withoutFlags(Seq<Flag> flags) {
    return flags.isEmpty() ? this : (Run) withText(MountLayout.without(this, flags));
  }

  /**
   * Without a command, and without the connector and the continued line that go with it, so that the rest does the
   * same; {@code true} takes its place where the exit status depends on it. None where it cannot be taken out: in a
   * pipeline, as a condition, in exec form.
   */
  public Option<Run> without(SimpleCommand command) {
    return rewritten(script -> script.textWithout(text(), command));
  }

  /** Without some arguments of a command, and the blanks or the continued line that held them. */
  public Option<Run> without(SimpleCommand command, Word... arguments) {
    return rewritten(script -> script.textWithout(text(), command, Vector.of(arguments)));
  }

  /**
   * Without several commands, or arguments of commands: as {@link #without(SimpleCommand)} for each of them, though the
   * text is read again only where two of them stand next to each other.
   *
   * @param parts commands of this RUN's {@link #script}, each with the arguments that are to go; none where the whole
   *     command is
   * @return the RUN, and the commands that could not be taken out
   */
  public Tuple2<Run, Vector<SimpleCommand>> without(Map<SimpleCommand, ? extends Seq<Word>> parts) {
    return CommandRemoval.of(this, parts);
  }

  private Option<Run> rewritten(Function<ShellScript, Option<String>> removal) {
    return execForm()
        ? Option.none()
        : script().flatMap(removal).flatMap(this::withScriptText);
  }

  Option<Run> withScriptText(String text) {
    return Option.some(text).filter(this::closesAsThis).map(closing -> (Run) withText(closing));
  }

  /** Whether a text goes on to the next line exactly where this one does: what is left may end in an escaped blank. */
  private boolean closesAsThis(String text) {
    return goesOn(text) == goesOn(text());
  }

  private boolean goesOn(String text) {
    String end = text.stripTrailing();
    return !end.isEmpty() && end.charAt(end.length() - 1) == escape();
  }
}
