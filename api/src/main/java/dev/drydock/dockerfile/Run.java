package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import dev.drydock.spi.Kind;
import dev.drydock.view.View;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
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
  private final View<Option<ShellScript>> scriptUnderErrexit = new View<>();

  Run(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.RUN;
  }

  /** {@code --network}: what a step can reach. */
  public enum Network {
    /** What the builder gives to all steps. */
    DEFAULT,
    /** Nothing. */
    NONE,
    /** The network of the builder's host, where the builder was told to allow that. */
    HOST
  }

  /** {@code --security}: what a step may do. */
  public enum Security {
    /** What the builder lets all steps do. */
    SANDBOX,
    /** All that its host lets it do, where the builder was told to allow that. */
    INSECURE
  }

  /**
   * {@code RUN command}, in shell form. Line ends of the command must be continued, but for those of a heredoc in it.
   *
   * @throws IllegalArgumentException where it would be read as something else: empty, with flags, a JSON array, or more
   *     than one instruction
   * @see #script
   */
  public static Run of(String command) {
    return InstructionWriter.shell(Run.class, "RUN", command);
  }

  /**
   * {@code RUN command && next…}, in shell form: each command on a line, and each where those before it succeeded.
   *
   * @throws IllegalArgumentException where one of them has a line end, a comment or what else a list cannot hold
   */
  public static Run of(String command, String next, String... further) {
    Given.notNull(next, "next");
    Vector<String> commands = Vector.of(command, next).appendAll(Vector.of(Given.noneNull(further, "further")));
    Run made = of(commands.map(Run::listed).mkString(" \\\n    && "));
    int count = commands.map(one -> ShellScript.parse(one).commands().size()).sum().intValue();
    if (!made.script().exists(script -> script.complete() && script.commands().size() == count)) {
      throw Given.refused("command", "commands that the shell can read, each for itself", commands.mkString(" && "));
    }
    return made;
  }

  private static String listed(String command) {
    Words.line(command, "command", "a command of a list");
    if (!ShellScript.parse(command).complete()) {
      throw Given.refused("command", "a command that the shell can read for itself", command);
    }
    return command.strip();
  }

  /** In exec form: these words, run without a shell. */
  public static Run exec(String... words) {
    return InstructionWriter.exec(Run.class, "RUN", ExecWords.given(words));
  }

  /**
   * {@code RUN <<EOF}: a script of several lines for the SHELL in force, or for the program that its first line names
   * after {@code #!}. A shell goes on where a command fails, unless the script says {@code set -e}.
   *
   * @throws IllegalArgumentException where it is blank
   */
  public static Run script(String text) {
    Given.notBlank(text, "text", "a script");
    return InstructionWriter.accepted(HeredocText.literal(Run.class, "RUN ", text, ""));
  }

  /** The mounts that could be read, in order. */
  public Vector<Mount> mounts() {
    return mounts.get(() -> mountFlags().flatMap(Flag::value).flatMap(Mount::parse));
  }

  /** The flags that are mounts, in order. */
  public Vector<Flag> mountFlags() {
    return flags().isEmpty() ? flags() : flags().filter(flag -> flag.name().equals("mount"));
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

  /** The same, where SHELL starts the shell with {@code -e}: each script ends there where a command fails. */
  public Option<ShellScript> scriptUnderErrexit() {
    return execForm() ? script() : scriptUnderErrexit.get(() -> script().map(ShellScript::underErrexit));
  }

  /** With {@code --network}. */
  public Run network(Network network) {
    return (Run) withFlag("network", Given.notNull(network, "network").name().toLowerCase(Locale.ROOT));
  }

  /** With {@code --security}. */
  public Run security(Security security) {
    return (Run) withFlag("security", Given.notNull(security, "security").name().toLowerCase(Locale.ROOT));
  }

  /** With one more {@code --device}: {@code name[,required]}, the name as the Container Device Interface has it. */
  public Run device(String device) {
    return (Run) withAddedFlag("device", Words.flag(device, "device", "a device's name"));
  }

  /** With a mount behind the flags that are there, on a line of its own; the command moves to one of its own too. */
  public Run mount(Mount mount) {
    return withMount(flags().size(), mount);
  }

  /**
   * The indentation of what is added on lines of its own: the least deep one of the continued lines that is not an alignment,
   * or that of the first where the command begins on a line of its own; half of it where only arguments stand there, and four
   * spaces more than the RUN's where there is none.
   */
  public String indentation() {
    return ArgumentLayout.indentation(this);
  }

  /** Whether the text holds these characters anywhere: a cheap first question. */
  public boolean mentions(String characters) {
    return text().contains(Given.notNull(characters, "characters"));
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
    String flag = InstructionWriter.flag("mount", Given.notNull(mount, "mount").text(), escape());
    Run made = (Run) likeThis(MountLayout.with(this, Given.atLeast(0, flagIndex, "flagIndex", "it counts flags"), flag));
    if (!made.mounts().contains(mount)) {
      throw Given.refused("mount", "a mount that BuildKit reads again as it is", mount.text());
    }
    return made;
  }

  /**
   * With another mount in the place of one: {@code run.replace(flag, mount.withSharing(LOCKED))}. The fields that both have
   * keep their characters.
   *
   * @param flag one of this RUN's {@link #mountFlags}
   * @throws IllegalArgumentException where the flag is none of them
   */
  public Run replace(Flag flag, Mount mount) {
    Given.notNull(mount, "mount");
    int index = flags().indexOf(Given.notNull(flag, "flag"));
    if (index < 0 || !flag.name().equals("mount")) {
      throw Given.refused("flag", "a mount of this RUN", flag.text());
    }
    String written = flag.span().of(text());
    Run made = (Run) spliced(flag.span(), MountText.with(written, flag, mount, escape()));
    Option<Mount> read = made.flags().size() == flags().size() ? made.flags().get(index).value().flatMap(Mount::parse) : Option.none();
    if (!read.contains(mount)) {
      throw Given.refused("mount", "a mount that BuildKit reads again as it is", mount.text());
    }
    return made;
  }

  /**
   * Without some of its flags; the command moves up to the last flag's line, or to the RUN's.
   *
   * @throws IllegalArgumentException where one of them is none of its flags
   */
  public Run withoutFlags(Seq<Flag> flags) {
    for (Flag flag : Given.noneNull(flags, "flags")) {
      if (!flags().contains(flag)) {
        throw Given.refused("flags", "flags of this RUN", flag.text());
      }
    }
    return flags.isEmpty() ? this : (Run) likeThis(MountLayout.without(this, flags));
  }

  /**
   * Without a command, and without the connector and the continued line that go with it, so that the rest does the
   * same; {@code true} takes its place where the exit status depends on it. None where it cannot be taken out: in a
   * pipeline, as a condition, in exec form.
   */
  public Option<Run> without(SimpleCommand command) {
    Given.notNull(command, "command");
    return rewritten(script -> script.textWithout(text(), command));
  }

  /**
   * Without some arguments of a command, and the blanks or the continued line that held them. The value of an assignment
   * stands for the assignment: see {@link SimpleCommand#parts}.
   */
  public Option<Run> without(SimpleCommand command, Word... arguments) {
    Given.notNull(command, "command");
    Vector<Word> gone = Vector.of(Given.noneNull(arguments, "arguments"));
    return rewritten(script -> script.textWithout(text(), command, gone));
  }

  /**
   * Without several commands, or arguments of commands: as {@link #without(SimpleCommand)} for each of them, though the
   * text is read again only where two of them stand next to each other.
   *
   * @param parts commands of this RUN's {@link #script} or {@link #scriptUnderErrexit}, all of one of them, each with the
   *     arguments that are to go; none where the whole command is
   * @return the RUN, and the commands that could not be taken out
   */
  public Tuple2<Run, Vector<SimpleCommand>> without(Map<SimpleCommand, ? extends Seq<Word>> parts) {
    return CommandRemoval.of(this, Given.notNull(parts, "parts"));
  }

  /**
   * With other words, further words, assignments or commands in its script; all else keeps its characters.
   *
   * @param edit of words and commands of this RUN's {@link #script} or {@link #scriptUnderErrexit}
   * @return none where it cannot be written: a word of another RUN, a variable before an exec form, quotes within quotes
   *     within quotes
   */
  public Option<Run> edit(ScriptEdit edit) {
    Given.notNull(edit, "edit");
    return edited(edit, Run::script).orElse(() -> edited(edit, Run::scriptUnderErrexit));
  }

  private Option<Run> edited(ScriptEdit edit, Function<Run, Option<ShellScript>> script) {
    return script
        .apply(this)
        .flatMap(read -> edit.apply(read, text(), execForm(), text -> reread(text).flatMap(script)))
        .flatMap(this::withScriptText);
  }

  private Option<Run> reread(String text) {
    Run read = (Run) likeThis(text);
    boolean same =
        read.isWhole()
            && read.flags().equals(flags())
            && read.execForm() == execForm()
            && read.heredocs().map(Heredoc::name).equals(heredocs().map(Heredoc::name));
    return same ? Option.some(read) : Option.none();
  }

  /** With another word in the place of one: {@code run.replace(command.words().head(), "apt-fast")}. See {@link #edit}. */
  public Option<Run> replace(Word word, String text) {
    return edit(ScriptEdit.replace(word, text));
  }

  /** With further words directly after one, each on a line of its own where that one is. See {@link #edit}. */
  public Option<Run> insertAfter(Word word, String... texts) {
    return edit(ScriptEdit.insertAfter(word, texts));
  }

  /** With further words directly before one. See {@link #edit}. */
  public Option<Run> insertBefore(Word word, String... texts) {
    return edit(ScriptEdit.insertBefore(word, texts));
  }

  /** With a variable for one command alone: {@code run.assigning("UV_LINK_MODE", "copy", command)}. See {@link #edit}. */
  public Option<Run> assigning(String name, String value, SimpleCommand command) {
    return edit(ScriptEdit.assign(name, value, command));
  }

  /** With commands that run where those that are there succeed: {@code run.append("rm -rf /tmp/*")}. See {@link #edit}. */
  public Option<Run> append(String commands) {
    return edit(ScriptEdit.append(commands));
  }

  /** With commands before those that are there, which run where these succeed. See {@link #edit}. */
  public Option<Run> prepend(String commands) {
    return edit(ScriptEdit.prepend(commands));
  }

  private Option<Run> rewritten(Function<ShellScript, Option<String>> removal) {
    return execForm()
        ? Option.none()
        : script().flatMap(removal).flatMap(this::withScriptText);
  }

  Option<Run> withScriptText(String text) {
    return Option.some(text).filter(this::closesAsThis).map(closing -> (Run) likeThis(closing));
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
