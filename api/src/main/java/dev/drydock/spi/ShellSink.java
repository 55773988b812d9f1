package dev.drydock.spi;

/**
 * Hears the structure of a shell script, in text order, as properly nested calls. Offsets are in the script
 * that was opened last and not yet closed.
 *
 * <pre>
 * script    = open(SCRIPT) list close
 * list      = element (connector element)* connector?
 * element   = element ( simple | (open list close)* ) redirect* elementEnd
 * simple    = command (assignment word | word | redirect)* words wrapped* nested? commandEnd
 * nested    = script source open list close sourceEnd scriptEnd
 * redirect  = redirection word
 * word      = word (literal | decoded | variable … variableEnd | computed | substitution)* wordEnd
 * substitution = open list close | source open list close sourceEnd
 * </pre>
 *
 * <p>Words that belong to no command (the items of {@code for}, the patterns of {@code case}, the bodies of
 * here-documents) are reported too, for the commands within them.
 */
public interface ShellSink {

  /** A list of commands begins. */
  void open(ShellBlock kind, int start);

  /** The list that was opened last ends. */
  void close(int end);

  /**
   * A command of a list begins, simple or compound, with the {@code time} before it.
   *
   * @param negated whether {@code !} stands before the pipeline that it is the first of
   */
  void element(int start, boolean negated);

  void elementEnd(int end);

  /** What follows an element; the last of a list may be followed by one too. */
  void connector(ShellConnector kind, int start, int end);

  void command(int start);

  /** All words of the command are known. */
  void words(int end);

  void commandEnd();

  /** An assignment begins; its value follows as a word. */
  void assignment(int start, int nameEnd, boolean appends);

  void word(int start);

  void wordEnd(int end);

  /** Characters that stand for themselves. */
  void literal(int start, int end, boolean quoted);

  /** Quoted characters that are spelled otherwise: {@code $'\n'}. */
  void decoded(String text);

  /** A parameter expansion begins; the parts of the operator's argument follow. */
  void variable(String name, String operator, boolean quoted);

  void variableEnd();

  /** What only running can tell. */
  void computed(boolean runsCommands);

  /** A redirection begins; its target follows as a word. */
  void redirection(int start, int operatorStart, int operatorEnd);

  /** A variable gets a value that the text does not tell: {@code for name}. */
  void binds(String name);

  /**
   * The command runs another one, which consists of its own words from {@code firstWord} on. Repeated for a
   * wrapper within a wrapper; indexes count the words of the whole command from 0.
   *
   * @param assignmentsFrom the first of the words just before {@code firstWord} that are assignments for it
   * @param user who the command runs as
   */
  void wrapped(int assignmentsFrom, int firstWord, ShellUser user);

  /**
   * The last command of the chain runs a script, which follows as a source of its own.
   *
   * @param errexit whether it starts with {@code -e}
   * @param user who it runs as, beyond what the wrappers say
   */
  void script(boolean errexit, ShellUser user);

  void scriptEnd();

  /**
   * What follows, a list or parts of a word, is read from a text of its own, and offsets are in that text.
   *
   * @param starts where each of its characters begins in the text around it
   * @param ends where each of its characters ends there
   */
  void source(String text, int[] starts, int[] ends);

  void sourceEnd();

  /** A range that was not understood; the rest was. */
  void unread(int start, int end, String reason);

  /** From here on the script that was opened last was not understood; what is open is closed next. */
  void stopped(int start, int end, String reason);
}
