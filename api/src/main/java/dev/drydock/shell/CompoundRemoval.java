package dev.drydock.shell;

import dev.drydock.spi.ShellBlock;
import dev.drydock.text.TextEdit;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes with the only command of a list, where nobody would write the list, or what it is a part of, any more: a
 * group, an {@code if} whose branches do nothing, an {@code else}, a loop over words, the script of {@code bash -c}.
 */
final class CompoundRemoval {

  /** Commands that tell something by their status and do nothing else. */
  private static final Set<String> QUESTIONS = HashSet.of("[", "test", "true", "false", ":", "which", "type");

  /** What may stand between the last command of a compound command and the word that closes it. */
  private static final String SEPARATORS = "(?:[\\s;&]|\\\\\\n|#[^\\n]*+\\n)*+";

  private static final Pattern LOOP = Pattern.compile("for\\s+(\\w+)\\s+in\\s.*", Pattern.DOTALL);

  /** What may set a variable: arithmetic, {@code ${x:=…}}, and {@code =~}, which sets BASH_REMATCH. */
  private static final Pattern SETS = Pattern.compile("\\(\\(|\\$\\[|\\$\\{\\w+:?=|=~");

  private final Block block;
  private final Element owner;
  private final Layout layout;
  private final List<Block> parts;

  private CompoundRemoval(Block block, Element owner, Layout layout) {
    this.block = block;
    this.owner = owner;
    this.layout = layout;
    this.parts = owner.blocks();
  }

  /** The cuts that take the only command of a list out with more; empty where {@code true} must take its place. */
  static Vector<TextEdit> cuts(Block block, Layout layout) {
    Element owner = block.owner();
    return owner == null ? Vector.empty() : new CompoundRemoval(block, owner, layout).cuts();
  }

  /** Whether an element does nothing but succeed. */
  static boolean idles(Element element) {
    SimpleCommand command = element.command();
    return command != null
        && !element.negated()
        && command.name().exists(name -> name.equals("true") || name.equals(":"))
        && isPure(command);
  }

  private static boolean idles(Block block) {
    for (int i = 0; i < block.size(); i++) {
      if (!idles(block.element(i))) {
        return false;
      }
    }
    return true;
  }

  private Vector<TextEdit> cuts() {
    return switch (block.kind()) {
      case GROUP -> closesWith("}") ? whole() : Vector.empty();
      case SUBSHELL -> closesWith("\\)") ? whole() : Vector.empty();
      case SCRIPT -> script();
      case LOOP_BODY -> isLoopOverWords() && closesWith("done") ? whole() : Vector.empty();
      case BRANCH -> parts.get(0).kind() == ShellBlock.CONDITION ? conditional() : choice();
      default -> Vector.empty();
    };
  }

  private Vector<TextEdit> whole() {
    return Removal.ofCompound(owner, layout);
  }

  private Vector<TextEdit> script() {
    SimpleCommand runner = owner.command();
    return runner == null ? Vector.empty() : Removal.of(runner, layout.in(owner.block().source()));
  }

  private boolean isLoopOverWords() {
    Matcher loop = LOOP.matcher(text(owner.start(), owner.end()));
    if (parts.size() != 1 || !loop.matches() || setsVariables(owner.start(), block.start())) {
      return false;
    }
    String rest = block.source().text().substring(owner.end());
    return !Pattern.compile("\\b" + loop.group(1) + "\\b").matcher(rest).find();
  }

  private Vector<TextEdit> conditional() {
    if (!closesWith("fi")) {
      return Vector.empty();
    }
    if (othersIdle() && parts.stream().allMatch(part -> part.kind() == ShellBlock.BRANCH || asksOnly(part))) {
      return whole();
    }
    int index = parts.indexOf(block);
    if (index < parts.size() - 1 || index < 2) {
      return Vector.empty();
    }
    Block previous = parts.get(index - 1);
    if (previous.kind() == ShellBlock.BRANCH) {
      return withoutPart("else", block);
    }
    return asksOnly(previous) ? withoutPart("elif", previous) : Vector.empty();
  }

  /** Without the last part of an {@code if}, which a word introduces, up to its {@code fi}. */
  private Vector<TextEdit> withoutPart(String keyword, Block part) {
    int from = part.start() - keyword.length();
    boolean found = from > 0 && text(from, part.start()).equals(keyword);
    return found ? cut(from, owner.end() - "fi".length()) : Vector.empty();
  }

  private Vector<TextEdit> choice() {
    boolean pure = parts.stream().allMatch(part -> part.kind() == ShellBlock.BRANCH);
    Vector<TextEdit> all = pure && othersIdle() && closesWith("esac") ? whole() : Vector.empty();
    Element only = block.element(0);
    boolean beside = only.after() == Connector.NONE && !layout.breaks(block.start(), only.start());
    return all.isEmpty() && beside ? cut(only.start(), layout.behindBlanks(block.end())) : all;
  }

  private boolean othersIdle() {
    return parts.stream().allMatch(part -> part == block || part.kind() != ShellBlock.BRANCH || idles(part));
  }

  /** Whether a condition tells something and does nothing else. */
  private boolean asksOnly(Block condition) {
    for (int i = 0; i < condition.size(); i++) {
      Element element = condition.element(i);
      SimpleCommand command = element.command();
      boolean asks =
          command == null
              ? element.blocks().isEmpty() && element.block().source().text().startsWith("[[", element.start())
              : isQuestion(command) && isPure(command);
      if (!asks || setsVariables(element.start(), element.end())) {
        return false;
      }
    }
    return true;
  }

  private boolean setsVariables(int from, int to) {
    return SETS.matcher(text(from, to)).find();
  }

  private static boolean isQuestion(SimpleCommand command) {
    String name = command.name().getOrElse("");
    return switch (name) {
      case "command" -> command.arguments().headOption().exists(word -> word.text().matches("-[vV]"));
      case "grep" -> command.arguments().exists(word -> word.text().matches("-\\w*q\\w*|--quiet|--silent"));
      default -> QUESTIONS.contains(name);
    };
  }

  private static boolean isPure(SimpleCommand command) {
    return command.assignments().isEmpty()
        && !command.words().exists(Word::hasEffects)
        && command.redirections().forAll(Redirection::harmless);
  }

  /** Whether a word closes the compound command, and no redirection follows it. */
  private boolean closesWith(String word) {
    return Pattern.matches(SEPARATORS + word, text(parts.get(parts.size() - 1).end(), owner.end()));
  }

  private String text(int from, int to) {
    return block.source().text().substring(from, Math.max(from, to));
  }

  private Vector<TextEdit> cut(int from, int to) {
    return Vector.of(block.source().edit(from, to, ""));
  }
}
