package dev.drydock.benchmarks.work;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Dockerfiles that grow in one way. */
@SuppressWarnings("ImmutableEnumChecker") // The functions are lambdas without state.
public enum Shape {
  STAGES_IN_A_CHAIN(n -> "FROM python AS s0\n" + each(n, "FROM s%d AS s%d\nRUN pip install p%1$d\n")),
  STAGES_FROM_ONE(n -> "FROM python AS s\nRUN pip install p\n" + each(n, "FROM s\nRUN pip install p%d\n")),
  STAGES_OF_APT(n -> each(n, "FROM debian AS s%d\nRUN apt-get update && apt-get install -y p%1$d\n")),
  STAGES_THAT_COPY_FROM_THE_ONE_BEFORE(
      n -> "FROM python AS s0\n" + each(n, "FROM python AS s%2$d\nCOPY --from=s%1$d /a /b\nRUN pip install p%1$d\n")),
  RUNS(n -> "FROM python\n" + each(n, "RUN pip install p%d\n")),
  RUNS_OF_APT(n -> "FROM debian\n" + each(n, "RUN apt-get update && apt-get install -y p%d && rm -rf /var/lib/apt/lists/*\n")),
  RUNS_WITH_A_CACHE_DIRECTORY_EACH(n -> "FROM python\n" + each(n, "RUN pip install --cache-dir=/c%d p\n")),
  RUNS_WITH_A_MOUNT_EACH(n -> "FROM python\n" + each(n, "RUN --mount=type=cache,target=/c%d pip install p\n")),
  COPIES_AND_RUNS(n -> "FROM python\n" + each(n, "COPY a%d /a%1$d\nRUN pip install p%1$d\n")),
  COPIES_AND_RUNS_OF_APT(n -> "FROM debian\n" + each(n, "COPY a%d /a%1$d\nRUN apt-get update && apt-get install -y p%1$d\n")),
  COPIES_BEFORE_RUNS(n -> "FROM python\n" + each(n, "COPY a%d /a%1$d\n") + each(n, "RUN pip install p%d\n")),
  ENVS_AND_RUNS(n -> "FROM python\n" + each(n, "ENV A%d=b\nRUN pip install p%1$d\n")),
  ENVS_BEFORE_RUNS(n -> "FROM python\n" + each(n, "ENV A%d=b\n") + each(n, "RUN pip install p%d\n")),
  DEFEATERS_IN_ONE_RUN(n -> "FROM python\nRUN true" + each(n, " \\\n && pip install --no-cache-dir p%d") + "\n"),
  CLEANERS_IN_ONE_RUN(n -> "FROM python\nRUN pip install p" + each(n, " \\\n && rm -rf /root/.cache/pip") + "\n"),
  COMMANDS_IN_ONE_RUN(n -> "FROM python\nRUN pip install p" + each(n, " \\\n && cp a%d b%1$d") + "\n"),
  ONBUILDS(n -> "FROM python\n" + each(n, "ONBUILD RUN pip install p%d\n")),
  ACCOUNTS(n -> "FROM python\n" + each(n, "RUN useradd -m u%d\nUSER u%1$d\nRUN pip install p%1$d\nUSER root\n")),
  CONTINUATION_LINES(n -> "FROM python\nRUN pip install" + each(n, " \\\n  p%d") + "\n"),
  COMMENTS_AMONG_CONTINUATION_LINES(n -> "FROM python\nRUN pip install" + each(n, " \\\n  # c%d\n  p%1$d") + "\n"),
  HEREDOCS(n -> "FROM python\n" + each(n, "RUN <<E%d\npip install p\nE%1$d\n")),
  HEREDOCS_OF_ONE_INSTRUCTION(n -> "FROM python\nCOPY" + each(n, " <<E%d") + " /x/\n" + each(n, "text\nE%d\n") + "RUN pip install p\n"),
  ONE_WORD(n -> "FROM python\nRUN pip install p" + "x".repeat(20 * n) + "\n"),
  NESTED_COMMANDS(n -> "FROM python\nRUN pip install p && " + "( ".repeat(n) + "true" + " )".repeat(n) + "\nRUN pip install p\n"),
  ACCOUNTS_OF_ONE_RUN(n -> "FROM python\nRUN true" + each(n, " && useradd -m u%d") + "\nUSER u1\nRUN pip install p\n");

  private final IntFunction<String> text;

  Shape(IntFunction<String> text) {
    this.text = text;
  }

  /** The Dockerfile of this size. */
  public String text(int size) {
    return text.apply(size);
  }

  /** A text for each number, with it and the next filled in. */
  private static String each(int size, String format) {
    return IntStream.range(0, size).mapToObj(i -> String.format(format, i, i + 1)).collect(Collectors.joining());
  }
}
