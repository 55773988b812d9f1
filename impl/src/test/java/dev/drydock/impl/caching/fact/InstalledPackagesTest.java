package dev.drydock.impl.caching.fact;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drydock.caching.InstalledPackage;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.TextPattern;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.OnBuild;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the RUNs of a file tell a package manager to install. */
class InstalledPackagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "apt      | apt-get update && apt-get install -y curl=8.14.1-2 g++ | apt curl 8.14.1-2, apt g++",
        "apt      | sudo apt-get -qq -o A=b install libc6:i386 git/stable-backports -t sid vim nano- ./x.deb x.deb | apt libc6, apt git, apt vim",
        "apt      | apt-get remove curl                          | ``",
        "apt      | apt-get install --dry-run curl               | ``",
        "apt      | bash -c 'apt-get install \"curl=$CURL\" $UNKNOWN' | apt curl 8",
        "apt      | apt-get install $TOOLS                       | apt make, apt gcc",
        "apt      | apt-get install \"curl=$UNKNOWN\"            | apt curl $UNKNOWN",
        "apk      | apk add --no-cache -t .build curl=8.5.0-r0 'git>2' py3-pip@edge | apk curl 8.5.0-r0, apk git >2, apk py3-pip",
        "dnf      | dnf install -y gcc-c++ @development x.rpm    | dnf gcc-c++",
        "zypper   | zypper in -y curl 'git>=2' vim=9             | zypper curl, zypper git >=2, zypper vim 9",
        "pip      | pip install -r requirements.txt -c c.txt 'flask[async]==3.0' 'django>=4,<5' gunicorn | pip flask 3.0, pip django >=4,<5, pip gunicorn",
        "pip      | python3 -m pip install . ./x x-1.whl git+https://example.com/a 'tomli @ https://example.com/a' 'toml; python_version<\"3\"' | pip tomli, pip toml",
        "pip      | pip download flask                           | ``",
        "uv       | uv pip install --system -r r.txt ruff==0.4 && uv add httpx && uv tool install black | uv ruff 0.4, uv httpx, uv black",
        "poetry   | poetry add -G dev pytest@^8 'flask==3.0'     | poetry pytest ^8, poetry flask 3.0",
        "pipenv   | pipenv install --dev flask                   | pipenv flask",
        "conda    | conda install -y -c conda-forge numpy=1.26=py312 'defaults::scipy>=1' pip | conda numpy 1.26, conda scipy >=1, conda pip",
        "npm      | npm install -g express@4 @types/node@latest ./local x.tgz typescript | npm express 4, npm @types/node latest, npm typescript",
        "npm      | npm ci                                       | ``",
        "yarn     | yarn global add serve                        | yarn serve",
        "pnpm     | pnpm add vite@5                              | pnpm vite 5",
        "go       | go install -ldflags -s golang.org/x/tools/gopls@v0.16.0 ./cmd/x | go golang.org/x/tools/gopls v0.16.0",
        "cargo    | cargo install --version 1 ripgrep bat@0.24   | cargo ripgrep, cargo bat 0.24",
        "bundler  | gem install -v 7 rails rake:13.0             | bundler rails, bundler rake 13.0",
        "composer | composer require monolog/monolog:^3          | composer monolog/monolog ^3",
        "nuget    | dotnet tool install -g dotnet-ef --version 8.0.1 --tool-path /t | nuget dotnet-ef",
        "nuget    | dotnet add package Serilog -v 3              | nuget Serilog",
      })
  void thePackagesAreThoseThatACallNames(String manager, String command, String packages) {
    Dockerfile file = Dockerfile.parse("FROM debian\nENV CURL=8 TOOLS=\"make gcc\"\nRUN " + command + "\n");
    Vector<InstalledPackage> installed = PackageManagers.named(manager).get().installs(file);
    assertThat(installed.mkString(", ")).isEqualTo(packages);
    assertThat(installed).allMatch(one -> one.span().of(one.run().text()).equals(one.word().text()));
  }

  @Test
  void theyComeInTheOrderInWhichTheyAreInstalled() {
    Dockerfile file =
        Dockerfile.parse(
            """
            FROM debian
            ONBUILD RUN apt-get install -y git
            RUN apt-get install -y \\
                # for the health check
                curl
            """);
    Vector<InstalledPackage> installed = APT.installs(file);
    assertThat(installed.map(InstalledPackage::name)).containsExactly("curl", "git");
    assertThat(installed.map(one -> file.line(one.construct()))).containsExactly(3, 2);
    assertThat(installed.last().construct()).isInstanceOf(OnBuild.class);
    assertThat(PIP.installs(file)).isEmpty();
  }

  @Test
  void aPackageManagerOfOnesOwnSaysHowItsPackagesAreWritten() {
    PackageManager pdm =
        PackageManager.named("pdm")
            .runAs("pdm")
            .downloadingWith("add")
            .installing(TextPattern.of(Pattern.compile("(?<name>\\w+)")), "add")
            .takingValuesToInstall("-G")
            .build();
    Dockerfile file = Dockerfile.parse("FROM debian\nRUN pdm add -G dev flask ./x\n");
    assertThat(pdm.installs(file).map(InstalledPackage::toString)).containsExactly("pdm flask");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PackageManager.named("x").installing(TextPattern.anyOf("a"), "add"))
        .withMessageContaining("(?<name>");
  }
}
