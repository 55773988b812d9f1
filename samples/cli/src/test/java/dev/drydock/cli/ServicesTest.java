package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A compose file or a bake file among the paths stands for the Dockerfiles of its services. */
class ServicesTest {

  @TempDir Path directory;

  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
    tree.file("api/Dockerfile", Tree.SERVICE);
    tree.file("bot/docker/bot.txt", "ARG VERSION\n" + Tree.SERVICE);
    tree.file("other/Dockerfile", Tree.SERVICE);
  }

  private Called compose(String text, String... options) {
    return called(tree.file("compose.yaml", text), options);
  }

  private static Called called(Path file, String... options) {
    Object[] args = new Object[options.length + 1];
    System.arraycopy(options, 0, args, 0, options.length);
    args[options.length] = file;
    return Called.with(args);
  }

  @Test
  void exactlyTheFilesOfItsServicesAreRefitted() {
    compose(
            """
            x-build: &common
              dockerfile: docker/bot.txt
            services:
              api:
                build: ./api
              bot:
                build: {<<: *common, context: "${NOWHERE:-bot}", args: {VERSION: "1"}}
              again:
                build: {<<: *common, context: bot, args: [VERSION=2]}
              db:
                image: postgres:16
            """,
            "--write")
        .exits(0)
        .says("2 Dockerfiles: 2 rewritten")
        .warnsOfNothing();
    assertThat(tree.text("api/Dockerfile")).contains(Tree.MOUNT);
    assertThat(tree.text("bot/docker/bot.txt")).contains(Tree.MOUNT);
    assertThat(tree.text("other/Dockerfile")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void aBakeFileStandsForTheTargetsOfItsGroups() {
    Path bake =
        tree.file(
            "docker-bake.json",
            """
            {"group": {"default": {"targets": ["bot"]}},
             "target": {
               "_common": {"context": "bot", "args": {"VERSION": "1"}},
               "bot": {"inherits": ["_common"], "dockerfile": "docker/bot.txt"},
               "api": {"context": "api"}}}
            """);
    called(bake, "--write").exits(0).says("1 Dockerfile: 1 rewritten").warnsOfNothing();
    assertThat(tree.text("bot/docker/bot.txt")).contains(Tree.MOUNT);
    assertThat(tree.text("api/Dockerfile")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void withoutGroupsItStandsForTheTargetsThatNobodyInheritsFrom() {
    Path bake =
        tree.file("docker-bake.json", "{\"target\": {\"base\": {\"args\": {}}, \"api\": {\"inherits\": \"base\", \"context\": \"api\"}}}");
    called(bake).exits(0).says("1 Dockerfile: 1 to refit").warnsOfNothing();
  }

  @Test
  void aServiceHasTheBuildOfWhatItExtends() {
    tree.file(
        "common/base.yaml",
        """
        services:
          base:
            build: {context: ../bot, dockerfile: docker/bot.txt, args: {VERSION: "1", OTHER: x}}
          further:
            extends: base
        """);
    Path compose =
        tree.file(
            "compose.yaml",
            """
            services:
              bot:
                extends: {file: common/base.yaml, service: further}
                build: {args: [VERSION=2]}
              api:
                extends: template
                image: api
              template:
                build: ./api
                extends: {service: plain}
              plain: {image: postgres}
            """);
    called(compose, "--write").exits(0).says("2 Dockerfiles: 2 rewritten").warns("bot: no ARG of its Dockerfile takes the argument OTHER");
    assertThat(tree.text("bot/docker/bot.txt")).contains(Tree.MOUNT);
    assertThat(tree.text("api/Dockerfile")).contains(Tree.MOUNT);
  }

  @Test
  void servicesOfIncludedFilesAreThere() {
    tree.file("api/compose.yaml", "services: {api: {build: .}}\n");
    tree.file("parts/bot.yaml", "services: {bot: {build: {context: bot, dockerfile: nowhere}}}\n");
    tree.file("parts/bot.override.yaml", "services: {bot: {build: {dockerfile: docker/bot.txt}}}\n");
    tree.file("deeper/other.yaml", "include: [again.yaml]\n");
    tree.file("deeper/again.yaml", "services: {other: {build: ../other}}\n");
    compose(
            """
            include:
              - api/compose.yaml
              - path: [parts/bot.yaml, parts/bot.override.yaml]
                project_directory: .
              - path: deeper/other.yaml
            """,
            "--write")
        .exits(0)
        .says("3 Dockerfiles: 3 rewritten")
        .warnsOfNothing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "services: {a: {extends: b}} | compose.yaml:1: a: it extends b, and there is no such service in ",
        "services:\\n  a: {extends: b}\\n  b: {extends: a} | compose.yaml:3: b: it extends itself: b → a → b",
        "services: {a: {extends: {file: no.yaml, service: b}}} | compose.yaml:1: a: there is no file of extends at ",
        "services: {a: {extends: {file: ../no.yaml, service: b}}} | compose.yaml:1: a: its file of extends",
        "services: {a: {extends: {file: broken.yaml, service: b}}} | broken.yaml:2: cannot read it as YAML: ",
        "services: {a: {extends: {file: 'https://example.com/x', service: b}}} | it extends a service of https://example.com/x, which is not looked at",
        "include:\\n  - nowhere.yaml | compose.yaml:2: include: there is no included file at ",
        "include:\\n  - ../nowhere.yaml | compose.yaml:2: include: its included file ",
        "include: round.yaml | round2.yaml:1: include: the file includes itself: ",
        "include: [same.yaml]\\nservices: {x: {image: y}} | same.yaml:1: x is a service of another file as well",
        "include: ['${NO_SUCH_VARIABLE}/x.yaml'] | its path has the variable NO_SUCH_VARIABLE",
      })
  void whatIsMissingOrLeadsInACircleIsSaidWithItsLine(String text, String message) {
    tree.file("round.yaml", "include: round2.yaml\n");
    tree.file("round2.yaml", "include: round.yaml\n");
    tree.file("same.yaml", "services: {x: {build: other}}\n");
    tree.file("broken.yaml", "services: [\n");
    Path file = tree.file("compose.yaml", text.replace("\\n", "\n"));
    Called.with(file, directory.resolve("bot"), "--include", "*.txt").exits(2).warns(message).says("1 to refit");
  }

  @Test
  void whatATargetInheritsIsThereAndNotInACircle() {
    String text = "{\"target\": {\n\"a\": {\"inherits\": [\"b\"]},\n\"b\": {\"inherits\": [\"c\"]},\n\"c\": {\"inherits\": [\"b\"]},\n\"d\": {\"inherits\": [\"no\"]}}}";
    called(tree.file("docker-bake.json", text))
        .exits(2)
        .warns("docker-bake.json:2: a: it inherits from itself: a → b → c → b", "docker-bake.json:5: d: it inherits from no, and there is no such target");
  }

  @Test
  void targetsAndArgumentsAreInTheJson() {
    String text =
        """
        services:
          bot:
            build: {context: bot, dockerfile: docker/bot.txt, target: "0", args: {VERSION: "1.20", EMPTY: , FROM_ENV: "${SECRET}"}}
          api: {build: {context: api, args: [A=b=c, D]}}
          inline: {build: {dockerfile_inline: FROM scratch}}
        """;
    Called called = Called.with("--format", "json", tree.file("compose.yaml", text)).exits(0);
    Schema.JSON.accepts(called.out());
    String compose = directory.resolve("compose.yaml").toString();
    assertThat(called.out())
        .contains(
            "\"services\":[{\"name\":\"bot\",\"definition\":\"" + compose + "\",\"path\":\"" + directory.resolve("bot/docker/bot.txt")
                + "\",\"target\":\"0\",\"args\":{\"VERSION\":\"1.20\",\"EMPTY\":null,\"FROM_ENV\":\"${SECRET}\"}},"
                + "{\"name\":\"api\",\"definition\":\"" + compose + "\",\"path\":\"" + directory.resolve("api/Dockerfile")
                + "\",\"args\":{\"A\":\"b=c\",\"D\":null}},{\"name\":\"inline\",\"definition\":\"" + compose + "\",\"args\":{}}]}\n");
    assertThat(Called.with("--format", "json", directory.resolve("api")).exits(0).out()).endsWith("\"services\":[]}\n");
  }

  @Test
  void aDockerfileThatStandsInTheFileIsReadAndNotRewritten() {
    String text = "services:\n  api:\n    build:\n      dockerfile_inline: |\n        FROM python:3.12\n        RUN pip install flask\n";
    compose(text, "--write").exits(0).warns("compose.yaml: api: its Dockerfile stands in there", "mount-cache/pip/mounted");
    assertThat(tree.text("compose.yaml")).isEqualTo(text);
  }

  @Test
  void targetsAndArgumentsAreComparedWithTheDockerfile() {
    compose("services:\n  api:\n    build: {context: api, target: runtime, args: {VERSION: 1, HTTP_PROXY: x}}\n")
        .exits(0)
        .warns("api: its target runtime is no stage", "api: no ARG of its Dockerfile takes the argument VERSION");
    assertThat(compose("services:\n  api:\n    build: {context: api, target: '0'}\n").exits(0).err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "services: [ | cannot read",
        "services: {api: {build: nowhere}} | api: there is no Dockerfile at",
        "services: {api: {build: {context: api, dockerfile: ../../x/Dockerfile}}} | is outside of",
        "services: {api: {build: {context: /etc, dockerfile: passwd}}} | is outside of",
        "services: {api: {build: {context: .., dockerfile: api}}} | is outside of",
        "services: {api: {build: {context: ., dockerfile: api}}} | api is not a regular file",
        "services: {api: {build: '${NO_SUCH_VARIABLE}'}} | its context has the variable NO_SUCH_VARIABLE",
        "version: '3' | names no services",
        "just text | names no services",
      })
  void whatCannotBeIsSaidAndTheOthersAreDone(String text, String message) {
    Path file = tree.file("compose.yaml", text);
    Called.with(file, directory.resolve("other")).exits(2).warns(message).says("1 Dockerfile: 1 to refit");
  }

  @Test
  void aLinkThatLeadsOutOfTheTreeIsNotFollowed() throws IOException {
    Files.createDirectories(directory.resolve("in"));
    Files.createSymbolicLink(directory.resolve("in/Dockerfile"), directory.resolve("api/Dockerfile"));
    called(tree.file("in/compose.yaml", "services: {api: {build: .}}"), "--write").exits(2).warns("is outside of");
    assertThat(tree.text("api/Dockerfile")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void whatIsBuiltFromElsewhereIsSaid() {
    compose("services: {api: {build: 'https://example.com/x.git'}}").exits(0).warns("api is built from https://example.com/x.git");
  }

  @Test
  void hclIsNotRead() {
    called(tree.file("docker-bake.hcl", "target \"api\" {}")).exits(2).warns("HCL is not read", "docker buildx bake");
  }

  @Test
  void aMissingFileIsSaid() {
    called(directory.resolve("compose.yaml")).exits(2).warns("cannot read", "no such file");
  }

  @Test
  void namesCannotCommandATerminal() {
    assertThat(compose("services: {\"a\\e[31m\\nb\": {build: nowhere}}").exits(2).err()).contains("a?[31m?b").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-compose.yml", "compose.prod.yaml", "docker-compose.override.yaml"})
  void namesThatComposeHasAreKnown(String name) {
    called(tree.file(name, "services: {api: {build: api}}")).exits(0).says("1 Dockerfile: 1 to refit");
  }
}
