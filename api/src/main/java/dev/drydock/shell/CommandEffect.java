package dev.drydock.shell;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;

/** What a command changes in the shell that runs it (POSIX XCU 2.14, special built-in utilities). */
final class CommandEffect {

  private static final List<String> PROGRAMS =
      List.of(
          "export", "declare", "typeset", "local", "readonly", "unset", "read", "mapfile", "readarray", "getopts", "set");

  private CommandEffect() {}

  /** Notes the effect of a command; {@code reached} where it runs whatever those before it did. */
  static void of(SimpleCommand command, boolean reached, StateTracker states) {
    if (!command.hasWords()) {
      command.assignments().forEach(assignment -> states.set(assignment, false));
    } else if (command.mayBeOneOf(PROGRAMS)) {
      ofProgram(command, reached, states);
    }
  }

  private static void ofProgram(SimpleCommand command, boolean reached, StateTracker states) {
    switch (command.name().getOrElse("")) {
      case "export" -> export(command, states);
      case "declare", "typeset", "local", "readonly" -> declare(command, states);
      case "unset" -> command.arguments().flatMap(Word::value).forEach(states::unset);
      case "read", "mapfile", "readarray", "getopts" ->
          command.arguments().flatMap(Word::value).forEach(states::doubt);
      case "set" -> {
        if (command.arguments().exists(word -> word.value().isEmpty() || word.text().contains("e"))) {
          command.place().block().source().mentionErrexit();
        }
        set(command, reached, states);
      }
      default -> {}
    }
  }

  private static void export(SimpleCommand command, StateTracker states) {
    boolean removes = hasFlag(command, 'n');
    for (Word word : command.arguments()) {
      Option<Assignment> assignment = word.asAssignment();
      assignment.forEach(one -> states.set(one, !removes));
      assignment
          .map(Assignment::name)
          .orElse(word::value)
          .forEach(removes ? states::unexport : states::export);
    }
  }

  private static void declare(SimpleCommand command, StateTracker states) {
    boolean exported = hasFlag(command, 'x');
    for (Word word : command.arguments()) {
      word.asAssignment().forEach(assignment -> states.set(assignment, exported));
      if (exported) {
        word.value().forEach(states::export);
      }
    }
  }

  private static boolean hasFlag(SimpleCommand command, char flag) {
    return command
        .arguments()
        .exists(word -> word.text().startsWith("-") && word.text().indexOf(flag) > 0);
  }

  private static void set(SimpleCommand command, boolean reached, StateTracker states) {
    Vector<String> arguments = command.arguments().map(word -> word.value().getOrElse(""));
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.length() < 2 || "+-".indexOf(argument.charAt(0)) < 0 || argument.equals("--")) {
        break;
      }
      boolean on = argument.charAt(0) == '-';
      for (char option : argument.substring(1).toCharArray()) {
        if (option == 'o') {
          i++;
          named(i < arguments.size() ? arguments.get(i) : "", on, reached, states);
        } else {
          named(option == 'e' ? "errexit" : option == 'a' ? "allexport" : "", on, reached, states);
        }
      }
    }
  }

  private static void named(String option, boolean on, boolean reached, StateTracker states) {
    if (option.equals("errexit")) {
      states.errexit(on && (reached || states.now().errexit()));
    } else if (option.equals("allexport")) {
      states.exportsAll(on);
    }
  }
}
