package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

  @TempDir Path directory;

  private String inspected(String text) {
    Path file = new Tree(directory).file("Dockerfile", text);
    String out = Called.with("inspect", file).exits(0).warnsOfNothing().out();
    String head = "{\"file\":\"" + file + "\",";
    assertThat(out).startsWith(head).endsWith("}\n");
    assertThat(out.lines()).hasSize(1);
    return out.substring(head.length(), out.length() - 2);
  }

  @Test
  void anEmptyFileHasEveryList() {
    assertThat(inspected(""))
        .contains("\"escape\":\"\\\\\",\"instructions\":[],\"stages\":[],\"mounts\":[]")
        .contains("\"problems\":[{\"line\":1,\"column\":1,\"message\":");
  }

  @Test
  void aStageHasItsBaseNameAndPlatform() {
    assertThat(inspected("# syntax=docker/dockerfile:1\nfrom --platform=linux/arm64 python:3.12 as App\n"))
        .isEqualTo(
            "\"problems\":[],\"syntax\":\"docker/dockerfile:1\",\"escape\":\"\\\\\",\"instructions\":["
                + "{\"keyword\":\"from\",\"start\":2,\"end\":2,\"flags\":[\"--platform=linux/arm64\"],"
                + "\"args\":[\"python:3.12\",\"as\",\"App\"]}],"
                + "\"stages\":[{\"base\":\"python:3.12\",\"name\":\"app\",\"platform\":\"linux/arm64\"}],"
                + "\"mounts\":[]");
  }

  @Test
  void pairsAreKeyValueAndSeparator() {
    assertThat(inspected("FROM scratch\nENV A=1 B=2\nENV C d e\n"))
        .contains("\"args\":[\"A\",\"1\",\"=\",\"B\",\"2\",\"=\"]")
        .contains("\"args\":[\"C\",\"d e\",\"\"]");
  }

  @Test
  void whatAnOnbuildHoldsIsItsArguments() {
    assertThat(inspected("FROM scratch\nONBUILD RUN make all\n"))
        .contains("{\"keyword\":\"ONBUILD\",\"start\":2,\"end\":2,\"args\":[\"RUN\",\"make all\"]}");
  }

  @Test
  void aHeredocHasItsContent() {
    assertThat(inspected("FROM scratch\nRUN <<-'EOF'\n\techo \"hi\"\n\tEOF\n"))
        .contains("\"start\":2,\"end\":4,\"args\":[\"<<-'EOF'\"]")
        .contains(
            "\"heredocs\":[{\"name\":\"EOF\",\"expand\":false,\"chomp\":true,\"fd\":0,"
                + "\"content\":\"\\techo \\\"hi\\\"\\n\"}]");
  }

  @Test
  void mountsAreThoseOfRunsWithTheDefaultTypeFilledIn() {
    assertThat(
            inspected(
                "FROM scratch\nRUN --mount=target=/src --mount=type=cache,dst=/c,id=x,sharing=locked [\"make\"]\n"))
        .contains("\"json\":true,\"args\":[\"make\"]")
        .contains(
            "\"mounts\":[{\"line\":2,\"type\":\"bind\",\"target\":\"/src\"},"
                + "{\"line\":2,\"type\":\"cache\",\"target\":\"/c\",\"id\":\"x\",\"sharing\":\"locked\"}]");
  }

  @Test
  void aProblemHasItsPlace() {
    assertThat(inspected("FROM scratch\n  FETCH x\n")).contains("\"problems\":[{\"line\":2,\"column\":3,\"message\":");
  }

  @Test
  void aFileThatCannotBeReadIsAnObjectWithTheReason() {
    Path nowhere = directory.resolve("nowhere");
    Path file = new Tree(directory).file("Dockerfile", "FROM scratch\n");
    Called called = Called.with("inspect", nowhere, file).exits(2).warns("cannot read " + nowhere);
    assertThat(called.out().lines()).hasSize(2);
    called.says("{\"file\":\"" + nowhere + "\",\"error\":\"cannot read " + nowhere + ": no such file\"}\n");
  }
}
