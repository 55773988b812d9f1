package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What each instruction asks of its arguments: {@code frontend/dockerfile/instructions/parse.go}. */
final class InstructionRules {

  private static final Pattern STAGE_NAME = Pattern.compile("[a-z][a-z0-9-_.]*");

  private InstructionRules() {}

  static void check(InstructionProblems instruction) {
    switch (instruction.kind()) {
      case FROM -> from(instruction);
      case COPY, ADD -> copy(instruction);
      case ENV, LABEL -> {
        instruction.atLeastOneArgument();
        blankNames(instruction, 3);
      }
      case ARG -> arg(instruction);
      case EXPOSE -> instruction.atLeastOneArgument();
      case VOLUME -> volume(instruction);
      case SHELL -> shell(instruction);
      case MAINTAINER, WORKDIR, USER, STOPSIGNAL -> instruction.exactlyOneArgument();
      case HEALTHCHECK -> HealthCheckRules.checkArguments(instruction);
      case ONBUILD -> onBuild(instruction);
      case UNKNOWN -> unknown(instruction);
      case RUN, CMD, ENTRYPOINT, PARSER_DIRECTIVE, COMMENT, BLANK_LINE -> {}
    }
    FlagRules.check(instruction);
    if (instruction.kind() == Kind.HEALTHCHECK) {
      HealthCheckRules.checkFlags(instruction);
    } else if (instruction.kind() == Kind.RUN) {
      RunRules.check(instruction);
    }
  }

  private static void from(InstructionProblems instruction) {
    List<Argument> arguments = instruction.arguments();
    if (arguments.size() == 3 && arguments.get(1).value().equalsIgnoreCase("as")) {
      String name = arguments.get(2).value();
      if (!STAGE_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
        instruction.addAt(
            arguments.get(2).start(),
            "invalid-stage-name",
            "invalid name for build stage: \""
                + name
                + "\", name can't start with a number or contain symbols");
      }
    } else if (arguments.size() != 1) {
      instruction.add("from-arguments", "FROM requires either one or three arguments");
    }
  }

  private static void copy(InstructionProblems instruction) {
    List<Argument> arguments = instruction.arguments();
    if (arguments.size() < 2) {
      instruction.add(
          "missing-destination",
          instruction.kind()
              + " requires at least two arguments, but only one was provided."
              + " Destination could not be determined");
      return;
    }
    Argument destination = arguments.get(arguments.size() - 1);
    HeredocWord heredoc = HeredocWord.of(destination.value(), destination.start(), destination.end());
    if (heredoc != null && !heredoc.broken()) {
      instruction.addAt(
          destination.start(),
          "heredoc-as-destination",
          instruction.kind() + " cannot accept a heredoc as a destination");
    }
  }

  private static void arg(InstructionProblems instruction) {
    instruction.atLeastOneArgument();
    for (Argument argument : instruction.arguments()) {
      if (argument.value().startsWith("=")) {
        instruction.addAt(argument.start(), "blank-name", "ARG names can not be blank");
      }
    }
  }

  private static void blankNames(InstructionProblems instruction, int stride) {
    List<Argument> arguments = instruction.arguments();
    for (int i = 0; i < arguments.size(); i += stride) {
      if (arguments.get(i).value().isEmpty()) {
        instruction.addAt(
            arguments.get(i).start(), "blank-name", instruction.kind() + " names can not be blank");
      }
    }
  }

  private static void volume(InstructionProblems instruction) {
    instruction.atLeastOneArgument();
    for (Argument argument : instruction.arguments()) {
      String value = argument.value();
      if (Whitespace.trimStart(value, 0, value.length()) == value.length()) {
        instruction.addAt(argument.start(), "blank-volume", "VOLUME specified can not be an empty string");
      }
    }
  }

  private static void shell(InstructionProblems instruction) {
    if (instruction.arguments().isEmpty()) {
      instruction.atLeastOneArgument();
    } else if (!instruction.parts().arguments().json()) {
      String original = instruction.parts().line().joined();
      instruction.add(
          "shell-not-json", "SHELL requires the arguments to be in JSON form, not: " + original);
    }
  }

  private static void onBuild(InstructionProblems instruction) {
    InstructionParts parts = instruction.parts();
    if (!parts.holdsAnother()) {
      instruction.add("missing-argument", "ONBUILD requires at least one argument");
      return;
    }
    String line = parts.line().joined();
    CommandSplit held =
        CommandSplit.of(line, parts.command().argumentsStart(), parts.command().argumentsEnd(), '\\');
    if (held.kind() == Kind.ONBUILD) {
      instruction.addAt(
          held.keywordStart(), "chained-onbuild", "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
    } else if (held.kind() == Kind.FROM || held.kind() == Kind.MAINTAINER) {
      instruction.addAt(
          held.keywordStart(), "onbuild-trigger", held.kind() + " isn't allowed as an ONBUILD trigger");
    }
  }

  private static void unknown(InstructionProblems instruction) {
    CommandSplit command = instruction.parts().command();
    String keyword =
        instruction.parts().line().joined().substring(command.keywordStart(), command.keywordEnd());
    instruction.add(
        "unknown-instruction", "unknown instruction: " + keyword + Suggestion.of(keyword));
  }
}
