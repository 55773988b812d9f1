package dev.drydock.impl.caching.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drydock.caching.Account;
import dev.drydock.caching.Answer;
import dev.drydock.caching.ImageFacts;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of an image beyond what its instructions say. */
class ImageFactsTest {

  private static Option<Account> userOfTheLast(String text) {
    Dockerfile file = Dockerfile.parse(text);
    return ImageFacts.of(file).user(file.constructs().last());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUN useradd -m -u 1000 app; USER app        | app  | 1000 | /home/app | true",
        "RUN useradd -u 1000 app; USER 1000          | app  | 1000 | /home/app | false",
        "RUN adduser -D -u 7 -h /srv app; USER app   | app  | 7    | /srv      | false",
        "RUN useradd -u 5 app && chown -R app /home; USER app | app | 5 | /home/app | true",
        "RUN useradd -u 5 app && chown --recursive 5 /home; USER app | app | 5 | /home/app | true",
        "RUN useradd -u 5 app && chown -R root /home; USER app | app | 5 | /home/app | false",
        "RUN useradd -u 5 app && chown app /home; USER app | app | 5 | /home/app | false",
        "RUN useradd -u 5 app && chown app:app /home/app/; USER app | app | 5 | /home/app | true",
        "RUN useradd -u 5 app && chown app /home/ap*; USER app | app | 5 | /home/app | false",
        "RUN useradd -u 5 app && cd /home && chown app app; USER app | app | 5 | /home/app | false",
        "RUN useradd -u 5 app; RUN useradd -mu 7 app; USER app | app | 5 | /home/app | false",
        "RUN useradd -mu 5 app; RUN usermod -l b app; USER app | app | none | none | false",
        "RUN useradd -mu 5 app; RUN usermod -d /srv app; USER app | app | 5 | /srv | false",
        "RUN useradd -mu 5 app; RUN echo x >> /etc/passwd; USER app | app | none | none | false",
        "RUN useradd -mu 5 app; RUN ./users.sh; USER app | app | none | none | false",
        "RUN useradd -mu 5 app; RUN bash -c 'echo user'; USER app | app | 5 | /home/app | true",
        "RUN mkdir -p /home/app/x; RUN useradd -mu 5 app; USER app | app | 5 | /home/app | false",
        "RUN mkdir /opt/a$V; RUN useradd -md /opt/app -u 5 app; USER app | app | 5 | /opt/app | false",
        "RUN mkdir /opt/b/$V; RUN useradd -md /opt/app -u 5 app; USER app | app | 5 | /opt/app | true",
        "RUN tar -xf x -C /; RUN useradd -md /app -u 5 app; USER app | app | 5 | /app | true",
        "RUN tar -xf x -C /opt; RUN useradd -md /opt/app -u 5 app; USER app | app | 5 | /opt/app | false",
        "ARG U=; USER $U                             | $U   | none | none      | false",
        "RUN useradd -mu 1000 app; USER app          | app  | 1000 | /home/app | true",
        "RUN useradd -u1000 -m app; USER app         | app  | 1000 | /home/app | true",
        "RUN useradd --uid=7 --create-home app; USER app | app | 7 | /home/app | true",
        "RUN useradd -ms /bin/sh -u 3 app; USER app  | app  | 3    | /home/app | true",
        "RUN useradd -rms /bin/sh -u 4 app; USER 4   | app  | 4    | /home/app | true",
        "RUN useradd -m --home-dir=/srv -u 4 app; USER app | app | 4 | /srv    | false",
        "RUN useradd -d /opt/app -mu 4 app; USER app | app  | 4    | /opt/app  | true",
        "RUN useradd -m -b /srv -u 4 app; USER app   | app  | none | none      | false",
        "RUN useradd -m -u $U app; USER app          | app  | none | none      | false",
        "RUN useradd -m -u -3 app; USER app          | app  | none | none      | false",
        "RUN useradd -m $MORE -u 3 app; USER app     | app  | none | none      | false",
        "RUN useradd -m -u 3 -c a -G b -k c app; USER app | app | 3 | /home/app | true",
        "RUN adduser --disabled-password --gecos x -u 8 app; USER app | app | 8 | /home/app | true",
        "RUN adduser --disabled-password --no-create-home --uid=8 app; USER app | app | 8 | /home/app | false",
        "RUN adduser --system --uid 5 app; USER app  | app  | 5    | none      | false",
        "RUN adduser -S -H -u 6 app; USER app        | app  | 6    | /home/app | false",
        "RUN adduser -DH -u 6 app; USER app          | app  | 6    | /home/app | false",
        "RUN adduser -SDu 6 app; USER app            | app  | 6    | /home/app | true",
        "RUN useradd app; RUN usermod -u 9 app; USER app | app | 9 | /home/app | false",
        "RUN useradd -u 1 app; RUN userdel app; USER app | app | none | none   | false",
        "RUN useradd -u 5 app && mkdir /home/app && chown app /home/app; USER app | app | 5 | /home/app | true",
        "USER root                                   | root | 0    | /root     | true",
        "ARG U=x; USER $U                            | $U   | none | none      | false",
      })
  void theUserIsTheAccountThatARunHasCreated(String lines, String name, String uid, String home, boolean exists) {
    Account account = userOfTheLast("FROM debian\n" + lines.replace("; ", "\n") + "\nRUN x\n").get();
    assertThat(account.name()).isEqualTo(name);
    assertThat(account.uid().map(String::valueOf).getOrElse("none")).isEqualTo(uid);
    assertThat(account.home().getOrElse("none")).isEqualTo(home);
    assertThat(account.homeExists()).isEqualTo(exists);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "useradd -u 5 -g 6 app | 6", "useradd -u 5 --gid=6 app | 6", "useradd -u 5 -g root app | 0", "useradd -u 5 -g unknown app | none",
        "useradd -u 5 app | 5", "useradd -r -u 5 app | none", "useradd -u 5 -G 6 app | 5", "useradd -g 6 -ou 5 app | 6",
        "groupadd -g 9 staff; RUN useradd -u 5 -g staff app | 9", "groupadd -g9 staff; RUN useradd -u 5 -gstaff app | 9",
        "groupadd -g 9 s; RUN useradd -u 5 -g s app; RUN groupmod -g 10 s | 10", "groupadd -g 9 s; RUN useradd -u 5 -g s app; RUN groupmod -n t s | 9",
        "groupadd -g 9 s; RUN useradd -u 5 -g s app; RUN groupmod -g $N s | none", "groupadd -g 9 s; RUN useradd -u 5 -g 8 app; RUN groupmod -g 10 s | 8",
        "groupadd s; RUN useradd -u 5 -g s app | none", "useradd -u 5 -g 0 app | 0",
        "adduser -D -G users -u 5 app | none", "addgroup -g 9 staff; RUN adduser -D -G staff -u 5 app | 9", "adduser -D -g comment -u 5 app | 5"
      })
  void itsGroupIsTheOneThatItIsGivenElseOneOfItsOwn(String command, String group) {
    Account account = userOfTheLast("FROM debian\nRUN " + command.replace("; ", "\n") + "\nUSER app\nRUN x\n").get();
    assertThat(account.gid().map(String::valueOf).getOrElse("none")).isEqualTo(group);
  }

  @Test
  void theAccountOfAWellKnownImageIsKnown() {
    Account jovyan = userOfTheLast("FROM jupyter/base-notebook\nRUN x\n").get();
    assertThat(jovyan)
        .isEqualTo(new Account("jovyan", Option.some(1000), Option.some(100), Option.some("/home/jovyan"), true));
    Dockerfile file = Dockerfile.parse("FROM node:20\nRUN x\n");
    assertThat(ImageFacts.of(file).accounts(file.constructs().last()).keySet()).containsExactly("node");
    assertThat(ImageFacts.of(file).user(file.constructs().last())).isEmpty();
  }

  @Test
  void theUserOfTheBaseImageIsNotKnown() {
    assertThat(userOfTheLast("FROM debian\nUSER app\nFROM debian\nRUN x\n")).isEmpty();
    Dockerfile file = Dockerfile.parse("# why\nARG BASE=debian\nFROM $BASE\nUSER app\n");
    assertThat(file.constructs().map(ImageFacts.of(file)::user)).allMatch(Option::isEmpty);
  }

  @Test
  void aStageBeginsWithWhatItsParentEndsWith() {
    String text = "FROM debian AS base\nRUN useradd -u 5 app\nUSER app\nFROM base\nRUN x\n";
    assertThat(userOfTheLast(text).flatMap(Account::uid)).contains(5);
  }

  @Test
  void whatAnOnbuildHoldsRunsAfterItsStageOneAfterTheOther() {
    Dockerfile file =
        Dockerfile.parse(
            """
            FROM debian
            ONBUILD RUN useradd -u 5 app
            ONBUILD USER app
            ONBUILD RUN x
            USER root
            """);
    ImageFacts facts = ImageFacts.of(file);
    assertThat(facts.user(file.constructs().get(1)).map(Account::name)).contains("root");
    assertThat(facts.user(file.constructs().get(3)).flatMap(Account::uid)).contains(5);
    assertThat(facts.user(file.constructs().get(4))).isEmpty();
  }

  @Test
  void accountsAreUsersAndNoGroups() {
    Dockerfile file = Dockerfile.parse("FROM debian\nRUN groupadd -g 4 staff && useradd -u 5 -g staff app\nRUN x\n");
    ImageFacts facts = ImageFacts.of(file);
    assertThat(facts.accounts(file.constructs().get(1))).isEmpty();
    assertThat(facts.accounts(file.constructs().last()).keySet()).containsExactly("app");
    assertThat(facts.accounts(file.constructs().last()).get("app").flatMap(Account::gid)).contains(4);
  }

  @ParameterizedTest
  @CsvSource({
    "RUN useradd app%USER app, /home/app",
    "RUN useradd app%USER app%ENV HOME=/srv, /srv",
    "ARG HOME=/srv, none",
    "USER app, none",
  })
  void homeIsWhatHomeSaysElseTheUsers(String lines, String home) {
    Dockerfile file = Dockerfile.parse("FROM debian\n" + lines.replace('%', '\n') + "\nRUN x\n");
    assertThat(ImageFacts.of(file).home(file.constructs().last()).getOrElse("none")).isEqualTo(home);
  }

  @Test
  void theHomeThatABaseImageSetsIsThatOfEveryUser() {
    Dockerfile file = Dockerfile.parse("FROM mcr.microsoft.com/azure-functions/python:4-python3.11\nUSER root\nRUN x\n");
    assertThat(ImageFacts.of(file).home(file.constructs().last())).contains("/home");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "python:3.12          | RUN x                                 | YES",
        "acme/base            | RUN x                                 | UNKNOWN",
        "registry.access.redhat.com/ubi9/ubi-minimal | RUN x          | YES",
        "registry.access.redhat.com/ubi8-minimal | RUN x              | YES",
        "registry.access.redhat.com/ubi9/python-312 | RUN x           | NO",
        "acme/base            | RUN apt-get update                    | YES",
        "acme/base            | RUN apt-get update; RUN x             | YES",
        "acme/base            | RUN sudo apt-get update; RUN x        | UNKNOWN",
        "acme/base            | ONBUILD RUN useradd app               | YES",
        "acme/base            | USER root; RUN x                      | YES",
        "acme/base            | USER 0:0; RUN x                       | YES",
        "jupyter/base-notebook | RUN x                                | NO",
        "jupyter/r-notebook   | RUN x                                 | NO",
        "cgr.dev/chainguard/wolfi-base | RUN x                        | YES",
        "cgr.dev/chainguard/python     | RUN x                        | NO",
        "python:3.12          | USER app; RUN x                       | NO",
        "python:3.12          | USER 1000; RUN x                      | NO",
        "python:3.12          | ARG U=root; USER $U; RUN x            | UNKNOWN",
        "python:3.12          | ENV U=root; USER $U; RUN x            | YES",
        "$BASE                | RUN x                                 | UNKNOWN",
        "python:3.12          | CMD x                                 | YES",
      })
  void whoRunsIsRootWhereSomethingTellsIt(String image, String lines, Answer answer) {
    Dockerfile file = Dockerfile.parse("FROM " + image + "\n" + lines.replace("; ", "\n") + "\n");
    Answer told = ImageFacts.of(file).runsAsRoot(file.constructs().last());
    assertThat(told).isEqualTo(answer);
    assertThat(told.isYes()).isEqualTo(answer == Answer.YES);
    assertThat(told.isNo()).isEqualTo(answer == Answer.NO);
    assertThat(told.isUnknown()).isEqualTo(answer == Answer.UNKNOWN);
  }

  @Test
  void theRunsOfRootAreFoundInOneSentence() {
    Dockerfile file = Dockerfile.parse("FROM python\nRUN a\nUSER app\nRUN b\n");
    // snippet
    Vector<Run> asRoot = file.all(Run.class).filter(run -> ImageFacts.of(file).runsAsRoot(run).isYes());
    // end
    assertThat(asRoot.map(Run::text)).containsExactly("RUN a\n");
  }

  @Test
  void aConstructOfAnotherFileIsRefused() {
    Dockerfile file = Dockerfile.parse("FROM debian\nRUN x\n");
    Construct other = Run.of("x");
    assertThatIllegalArgumentException().isThrownBy(() -> ImageFacts.of(file).user(other));
  }
}
