package dev.drydock.impl.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Cmd;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Entrypoint;
import dev.drydock.dockerfile.Env;
import dev.drydock.dockerfile.Expose;
import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Maintainer;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Shell;
import dev.drydock.dockerfile.StopSignal;
import dev.drydock.dockerfile.User;
import dev.drydock.dockerfile.Volume;
import dev.drydock.dockerfile.Workdir;
import dev.drydock.impl.read.Corpus;
import dev.drydock.laws.generator.DockerfileArbitraries;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * What changes one part of an instruction changes that part and no other, is read again as what was asked, and leaves
 * the line breaks and comments of the rest.
 */
class ChangingLawsTest {

  /**
   * A change of one part.
   *
   * @param name the method that makes it
   * @param part the view that tells the part
   * @param made whether an instruction has the new part
   * @param oneWord whether the part is one word, so that no line break and no comment is in its place
   */
  private record Change<I extends Instruction>(
      Class<I> kind, String name, String part, boolean oneWord, Function<I, Instruction> change, Predicate<I> made) {

    static <I extends Instruction> Change<I> word(
        Class<I> kind, String name, String part, Function<I, Instruction> change, Predicate<I> made) {
      return new Change<>(kind, name, part, true, change, made);
    }

    static <I extends Instruction> Change<I> words(
        Class<I> kind, String name, String part, Function<I, Instruction> change, Predicate<I> made) {
      return new Change<>(kind, name, part, false, change, made);
    }

    void check(Dockerfile file) {
      file.all(kind).forEach(instruction -> check(file, instruction));
    }

    private void check(Dockerfile file, I before) {
      Instruction changed;
      try {
        changed = change.apply(before);
      } catch (IllegalArgumentException e) {
        return;
      }
      MADE.add(toString());
      String what = this + ": " + before.text() + " became " + changed.text();
      assertThat(made.test(kind.cast(changed))).as(what).isTrue();
      assertThat(parts(changed, part)).as(what).isEqualTo(parts(before, part));
      assertThat(file.replace(before, changed).constructs().get(file.index(before))).as(what).isEqualTo(changed);
      String replaced = replaced(before.text(), changed.text());
      if (oneWord) {
        assertThat(replaced).as(what).doesNotContain("\n");
      }
      assertThat(replaced).as(what).isNotEqualTo(before.text());
    }

    @Override
    public String toString() {
      return kind.getSimpleName() + "." + name;
    }
  }

  /** The changes that some instruction took: one that every instruction refuses would prove nothing. */
  private static final Set<String> MADE = ConcurrentHashMap.newKeySet();

  private static final CacheMount MOUNT = CacheMount.at("/drydock");

  private static final List<Change<?>> CHANGES =
      Stream.of(
              Stream.of(
                  Change.word(From.class, "withImage", "image", from -> from.withImage("changed:1"), from -> from.image().text().equals("changed:1")),
                  Change.word(From.class, "as", "name", from -> from.as("changed"), from -> from.name().contains("changed")),
                  Change.word(From.class, "platform", "platform", from -> from.platform("linux/s390x"), from -> from.platform().contains("linux/s390x")),
                  Change.words(Workdir.class, "withPath", "path", workdir -> workdir.withPath("/changed"), workdir -> workdir.path().equals("/changed")),
                  Change.words(User.class, "withUser", "user", user -> user.withUser("changed"), user -> user.user().equals("changed")),
                  Change.words(User.class, "withGroup", "group", user -> user.withGroup("changed"), user -> user.group().contains("changed")),
                  Change.word(StopSignal.class, "withSignal", "signal", signal -> signal.withSignal("SIGHUP"), signal -> signal.signal().equals("SIGHUP")),
                  Change.words(Maintainer.class, "withName", "name", maintainer -> maintainer.withName("Jo"), maintainer -> maintainer.name().equals("Jo")),
                  Change.words(Volume.class, "withPaths", "paths", volume -> volume.withPaths("/a", "/b"), volume -> volume.paths().mkString(" ").equals("/a /b")),
                  Change.words(Expose.class, "withPorts", "ports", expose -> expose.withPorts("1", "2/udp"), expose -> expose.ports().mkString(" ").equals("1 2/udp")),
                  Change.words(Shell.class, "withWords", "words", shell -> shell.withWords("sh", "-ec"), shell -> shell.words().mkString(" ").equals("sh -ec")),
                  Change.words(Cmd.class, "withExec", "command", cmd -> cmd.withExec("a b"), cmd -> cmd.execForm() && cmd.command().mkString().equals("a b")),
                  Change.words(Cmd.class, "withShell", "command", cmd -> cmd.withShell("a b"), cmd -> !cmd.execForm() && cmd.command().mkString().equals("a b")),
                  Change.words(Entrypoint.class, "withExec", "command", entry -> entry.withExec("a b"), entry -> entry.execForm() && entry.command().mkString().equals("a b")),
                  Change.words(Entrypoint.class, "withShell", "command", entry -> entry.withShell("a b"), entry -> !entry.execForm() && entry.command().mkString().equals("a b")),
                  Change.words(OnBuild.class, "with", "instruction", outer -> outer.with(Run.of("a b")), outer -> outer.instruction().exists(held -> held.text().strip().equals("RUN a b"))),
                  Change.word(Env.class, "with", "variables", env -> env.with("DRYDOCK", "a b $PATH"), env -> env.value("DRYDOCK").contains("a b $PATH")),
                  Change.word(Env.class, "withLiteral", "variables", env -> env.withLiteral("DRYDOCK", "$a"), env -> env.variables().containsKey("DRYDOCK")),
                  Change.word(Label.class, "with", "labels", label -> label.with("drydock", "a b"), label -> label.value("drydock").contains("a b")),
                  Change.word(Label.class, "withLiteral", "labels", label -> label.withLiteral("drydock", "$a"), label -> label.labels().containsKey("drydock")),
                  Change.word(Arg.class, "with", "defaults", arg -> arg.with("DRYDOCK", "a b"), arg -> arg.defaults().get("DRYDOCK").get().exists(value -> value.matches("[\"']?a b[\"']?"))),
                  Change.word(Arg.class, "withLiteral", "defaults", arg -> arg.withLiteral("DRYDOCK", "$a"), arg -> arg.defaults().containsKey("DRYDOCK")),
                  Change.words(HealthCheck.class, "withExec", "command", check -> check.withExec("a b"), check -> check.execForm() && check.command().mkString().equals("a b")),
                  Change.words(HealthCheck.class, "withCmd", "command", check -> check.withCmd("a b"), check -> !check.execForm() && check.command().mkString().equals("a b")),
                  Change.word(HealthCheck.class, "every", "interval", check -> check.every(Duration.ofSeconds(7)), check -> check.interval().contains("7s")),
                  Change.word(HealthCheck.class, "retries", "retries", check -> check.retries(7), check -> check.retries().contains("7")),
                  Change.words(Run.class, "withMount", "mounts", run -> run.withMount(MOUNT), run -> run.mounts().contains(MOUNT)),
                  Change.word(Run.class, "network", "network", run -> run.network(Run.Network.HOST), run -> run.network().contains("host"))),
              copying(Copy.class),
              copying(Add.class),
              Stream.of(
                  Change.word(Copy.class, "from", "from", copy -> copy.from("changed"), copy -> copy.from().contains("changed")),
                  Change.words(
                      Instruction.class,
                      "withContent",
                      "heredocs",
                      ChangingLawsTest::withContent,
                      one -> one.heredocs().isEmpty() || one.heredocs().head().content().equals("changed\n"))))
          .<Change<?>>flatMap(Function.identity())
          .toList();

  private static <I extends FileCopy<I>> Stream<Change<I>> copying(Class<I> kind) {
    return Stream.of(
        Change.word(kind, "withSource", "sources", copy -> copy.withSource(0, "changed"), copy -> copy.sources().head().equals("changed")),
        Change.word(kind, "withDestination", "destination", copy -> copy.withDestination("/changed/"), copy -> copy.destination().equals("/changed/")),
        Change.word(kind, "chown", "chown", copy -> copy.chown("changed"), copy -> copy.chown().contains("changed")),
        Change.word(kind, "chmod", "chmod", copy -> copy.chmod("0751"), copy -> copy.chmod().contains("0751")));
  }

  private static Instruction withContent(Instruction instruction) {
    return instruction.heredocs().headOption().map(heredoc -> instruction.withContent(heredoc, "changed\n")).getOrElse(instruction);
  }

  /** Views that tell the same part in another way. */
  private static final Map<String, List<String>> TOGETHER =
      Map.of("command", List.of("execForm", "none"), "instruction", List.of("execForm", "heredocs"), "heredocs", List.of("instruction"), "paths", List.of("execForm"));

  /** Views that tell the whole text anew, or where in it something is. */
  private static final Set<String> NO_PARTS =
      Set.of("text", "escape", "toString", "hashCode", "arguments", "flags", "mountFlags", "indentation", "script", "scriptUnderErrexit");

  /** What each view but one says of an instruction; and of flags, those that have no view of that name. */
  private static Map<String, String> parts(Instruction instruction, String without) {
    Map<String, String> parts = new TreeMap<>();
    for (Method view : instruction.getClass().getMethods()) {
      boolean isView = view.getParameterCount() == 0 && !Modifier.isStatic(view.getModifiers()) && view.getDeclaringClass() != Object.class;
      boolean isChange = Instruction.class.isAssignableFrom(view.getReturnType());
      if (isView && !isChange && !NO_PARTS.contains(view.getName()) && !view.getName().equals(without)) {
        parts.put(view.getName(), said(instruction, view));
      }
    }
    TOGETHER.getOrDefault(without, List.of()).forEach(parts::remove);
    return parts;
  }

  private static String said(Instruction instruction, Method view) {
    try {
      Object part = view.invoke(instruction);
      return view.getName().equals("heredocs")
          ? instruction.heredocs().map(heredoc -> heredoc.name() + heredoc.content()).mkString("|")
          : String.valueOf(part);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** What of the text before is not in the text after, if one place of it has changed. */
  private static String replaced(String before, String after) {
    int start = 0;
    int shorter = Math.min(before.length(), after.length());
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    return before.substring(start, before.length() - end);
  }

  private static void check(Dockerfile file) {
    if (file.problems().isEmpty()) {
      CHANGES.forEach(change -> change.check(file));
    }
  }

  @Provide
  Arbitrary<Dockerfile> files() {
    return DockerfileArbitraries.dockerfiles();
  }

  @Property(tries = 300)
  void generatedFilesChangeAsAsked(@ForAll("files") Dockerfile file) {
    check(file);
  }

  @Test
  void realFilesChangeAsAsked() throws IOException {
    CorpusLawsTest.onEveryFile(Corpus.files(), bytes -> check(Dockerfile.decode(bytes)));
    assertThat(MADE).containsAll(CHANGES.stream().map(Change::toString).toList());
  }

  /** Nothing that changes a part by a word with… is left out. */
  @Test
  void everyWordThatChangesAPartIsTried() {
    Set<String> tried = CHANGES.stream().map(Change::name).collect(Collectors.toSet());
    Set<String> words = new TreeSet<>();
    Set<Class<?>> kinds = new HashSet<>(List.of(Instruction.class, FileCopy.class));
    CHANGES.forEach(change -> kinds.add(change.kind()));
    kinds.forEach(
        kind ->
            Arrays.stream(kind.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getName().matches("with([A-Z]\\w*)?"))
                .map(Method::getName)
                .forEach(words::add));
    assertThat(words).contains("withImage", "withSource");
    words.removeAll(tried);
    assertThat(words).as("withText is every change").containsExactly("withText");
  }
}
