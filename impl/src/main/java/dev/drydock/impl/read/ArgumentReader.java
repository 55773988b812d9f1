package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits the argument text of an instruction: the functions of {@code frontend/dockerfile/parser/line_parsers.go}
 * that its dispatch table names for each keyword.
 */
final class ArgumentReader {

  /**
   * What was read.
   *
   * @param fault why BuildKit's line parser refuses the text; {@code null} where it does not
   */
  record Arguments(List<Argument> list, boolean json, @Nullable LineFault fault) {}

  private ArgumentReader() {}

  static Arguments read(Kind kind, String line, int start, int end, char escape) {
    return switch (kind) {
      case ADD, COPY, VOLUME -> execOrWords(line, start, end);
      case CMD, ENTRYPOINT, RUN, SHELL -> execOrText(line, start, end);
      case HEALTHCHECK -> healthCheck(line, start, end);
      case ENV, LABEL -> NameValueReader.read(kind, line, start, end, escape);
      case ARG -> plain(WordReader.read(line, start, end, escape));
      case EXPOSE, FROM -> plain(separated(line, start, end));
      case MAINTAINER, STOPSIGNAL, USER, WORKDIR -> plain(whole(line, start, end));
      case UNKNOWN -> plain(List.of(new Argument("", start, start)));
      case ONBUILD, PARSER_DIRECTIVE, COMMENT, BLANK_LINE -> plain(List.of());
    };
  }

  private static Arguments plain(List<Argument> list) {
    return new Arguments(list, false, null);
  }

  private static Arguments execOrText(String line, int start, int end) {
    ExecForm exec = ExecForm.read(line, start, end);
    return exec == null ? plain(whole(line, start, end)) : exec(exec);
  }

  private static Arguments execOrWords(String line, int start, int end) {
    ExecForm exec = ExecForm.read(line, start, end);
    return exec == null ? plain(separated(line, start, end)) : exec(exec);
  }

  private static Arguments exec(ExecForm exec) {
    return new Arguments(exec.elements(), true, exec.stringsOnly() ? null : LineFault.ARRAY_OF_OTHER_THAN_STRINGS);
  }

  private static Arguments healthCheck(String line, int start, int end) {
    int typeEnd = Whitespace.separator(line, start, end);
    if (typeEnd == start) {
      return plain(List.of());
    }
    Arguments command = execOrText(line, Whitespace.skipSeparators(line, typeEnd, end), end);
    List<Argument> list = new ArrayList<>(command.list().size() + 1);
    list.add(new Argument(line.substring(start, typeEnd), start, typeEnd));
    list.addAll(command.list());
    return new Arguments(list, command.json(), command.fault());
  }

  private static List<Argument> whole(String line, int start, int end) {
    return start == end ? List.of() : List.of(new Argument(line.substring(start, end), start, end));
  }

  private static List<Argument> separated(String line, int start, int end) {
    if (start == end) {
      return List.of();
    }
    List<Argument> words = new ArrayList<>();
    int at = start;
    while (true) {
      int wordEnd = Whitespace.separator(line, at, end);
      words.add(new Argument(line.substring(at, wordEnd), at, wordEnd));
      if (wordEnd == end) {
        return words;
      }
      at = Whitespace.skipSeparators(line, wordEnd, end);
    }
  }
}
