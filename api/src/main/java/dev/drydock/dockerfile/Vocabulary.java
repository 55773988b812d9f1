package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import io.vavr.collection.Vector;
import java.util.Map;

/**
 * The words that a Dockerfile is written with. There is one for each instruction, spelled as its keyword is, and each
 * gives a file, or a stage, with one construct more:
 *
 * <pre>{@code
 * Dockerfile.from("python:3.12-slim").as("build")
 *     .workdir("/src")
 *     .copy("requirements.txt", ".")
 *     .run("pip install -r requirements.txt")
 *     .cmd("python", "-m", "app")
 * }</pre>
 *
 * <p>A word takes what its instruction's factory takes, or the instruction itself where that has flags:
 * {@code run(Run.of("make").network(Run.Network.NONE))}. What the factory refuses, the word refuses.
 *
 * <p>All of them are {@link #append}. {@link Dockerfile} appends at the end of the file, {@link Stage} at the end of the
 * stage.
 *
 * @param <S> what each word gives: a {@code Dockerfile} or a {@code Stage}
 */
public sealed interface Vocabulary<S extends Vocabulary<S>> permits Dockerfile, Stage {

  /** This, with constructs added at its end. */
  S append(Construct... added);

  /** This, with a name for its last stage: {@code FROM image AS name}. */
  S as(String name);

  /** {@code FROM image}: begins the next stage. */
  default S andFrom(String image) {
    return append(From.of(image));
  }

  /** {@code FROM} with a platform or a name: begins the next stage. */
  default S andFrom(From from) {
    return append(Given.notNull(from, "from"));
  }

  /** {@code RUN command}, in shell form. */
  default S run(String command) {
    return append(Run.of(command));
  }

  /** {@code RUN command && next…}, in shell form, each command on a line. */
  default S run(String command, String next, String... further) {
    Given.notNull(next, "next");
    return append(Run.of(command, next, further));
  }

  /** {@code RUN} with mounts or other flags, in exec form, or as a script. */
  default S run(Run run) {
    return append(Given.notNull(run, "run"));
  }

  /** {@code COPY source… destination}: the last path is the destination. */
  default S copy(String source, String destination, String... further) {
    Vector<String> paths = paths(source, destination, further);
    return append(Copy.of(paths.dropRight(1), paths.last()));
  }

  /** {@code COPY --from=origin source… destination}: from a stage, an image or a named context. */
  default S copyFrom(String origin, String source, String destination, String... further) {
    Vector<String> paths = paths(source, destination, further);
    return append(Copy.of(paths.dropRight(1), paths.last()).from(origin));
  }

  /** {@code COPY} with flags, or of a text. */
  default S copy(Copy copy) {
    return append(Given.notNull(copy, "copy"));
  }

  /** {@code ADD source… destination}: the last path is the destination. */
  default S add(String source, String destination, String... further) {
    Vector<String> paths = paths(source, destination, further);
    return append(Add.of(paths.dropRight(1), paths.last()));
  }

  /** {@code ADD} with flags. */
  default S add(Add add) {
    return append(Given.notNull(add, "add"));
  }

  /** {@code ENV name=value}, whose variables stay variables. */
  default S env(String name, String value) {
    return append(Env.of(name, value));
  }

  /** {@code ENV name=value…}, one a line. */
  default S env(Map<String, String> variables) {
    return append(Env.of(variables));
  }

  /** {@code ENV}, also with values in which a dollar is a dollar. */
  default S env(Env env) {
    return append(Given.notNull(env, "env"));
  }

  /** {@code ARG name}, without a default. */
  default S arg(String name) {
    return append(Arg.of(name));
  }

  /** {@code ARG name=value}, whose variables stay variables. */
  default S arg(String name, String value) {
    return append(Arg.of(name, value));
  }

  /** {@code ARG name=value…}, one a line. */
  default S arg(Map<String, String> defaults) {
    return append(Arg.of(defaults));
  }

  /** {@code ARG}, also with defaults in which a dollar is a dollar. */
  default S arg(Arg arg) {
    return append(Given.notNull(arg, "arg"));
  }

  /** {@code LABEL name=value}, whose variables stay variables. */
  default S label(String name, String value) {
    return append(Label.of(name, value));
  }

  /** {@code LABEL name=value…}, one a line. */
  default S label(Map<String, String> labels) {
    return append(Label.of(labels));
  }

  /** {@code LABEL}, also with values in which a dollar is a dollar. */
  default S label(Label label) {
    return append(Given.notNull(label, "label"));
  }

  /** {@code EXPOSE port…}, for TCP. */
  default S expose(int port, int... further) {
    Given.notNull(further, "further");
    return append(Expose.of(port, further));
  }

  /** {@code EXPOSE port…}, with protocols, ranges or variables. */
  default S expose(String port, String... further) {
    Given.noneNull(further, "further");
    Given.notNull(port, "port");
    return append(Expose.of(Vector.of(port).appendAll(Vector.of(further(further))).toJavaArray(String[]::new)));
  }

  /** {@code USER user[:group]}. */
  default S user(String user) {
    return append(User.of(user));
  }

  /** {@code USER uid:gid}. */
  default S user(int uid, int gid) {
    return append(User.of(uid, gid));
  }

  /** {@code WORKDIR path}. */
  default S workdir(String path) {
    return append(Workdir.of(path));
  }

  /** {@code VOLUME path…}. */
  default S volume(String path, String... further) {
    Given.notNull(path, "path");
    return append(Volume.of(Vector.of(path).appendAll(Vector.of(further(further))).toJavaArray(String[]::new)));
  }

  /** {@code SHELL ["executable", "argument"…]}. */
  default S shell(String... words) {
    return append(Shell.of(words));
  }

  /** {@code STOPSIGNAL signal}. */
  default S stopsignal(String signal) {
    return append(StopSignal.of(signal));
  }

  /** {@code HEALTHCHECK}: see its factories. */
  default S healthcheck(HealthCheck check) {
    return append(Given.notNull(check, "check"));
  }

  /**
   * {@code CMD ["program", "argument"…]}, in exec form.
   *
   * @throws IllegalArgumentException where it is one word with blanks in it, which would be the name of a program
   */
  default S cmd(String... words) {
    return append(Cmd.exec(program("shellCmd", words)));
  }

  /** {@code CMD command}, in shell form. */
  default S shellCmd(String command) {
    return append(Cmd.shell(command));
  }

  /** {@code CMD}, also the empty one. */
  default S cmd(Cmd cmd) {
    return append(Given.notNull(cmd, "cmd"));
  }

  /**
   * {@code ENTRYPOINT ["program", "argument"…]}, in exec form.
   *
   * @throws IllegalArgumentException where it is one word with blanks in it, which would be the name of a program
   */
  default S entrypoint(String... words) {
    return append(Entrypoint.exec(program("shellEntrypoint", words)));
  }

  /** {@code ENTRYPOINT command}, in shell form. */
  default S shellEntrypoint(String command) {
    return append(Entrypoint.shell(command));
  }

  /** {@code ENTRYPOINT}, also the empty one. */
  default S entrypoint(Entrypoint entrypoint) {
    return append(Given.notNull(entrypoint, "entrypoint"));
  }

  /** {@code ONBUILD} of an instruction. */
  default S onbuild(Instruction instruction) {
    return append(OnBuild.of(instruction));
  }

  /** {@code MAINTAINER name}, which BuildKit has deprecated in favour of a label. */
  default S maintainer(String name) {
    return append(Maintainer.of(name));
  }

  /** {@code # words}, on a line of its own. */
  default S comment(String words) {
    return append(Comment.of(words));
  }

  /** An empty line. */
  default S blankLine() {
    return append(BlankLine.of());
  }

  private static Vector<String> paths(String first, String second, String... further) {
    return Vector.of(Given.notNull(first, "source"), Given.notNull(second, "destination")).appendAll(Vector.of(further(further)));
  }

  private static String[] further(String... further) {
    return Given.noneNull(further, "further");
  }

  private static String[] program(String other, String... words) {
    if (Given.noneNull(words, "words").length == 1 && words[0].strip().indexOf(' ') > 0) {
      throw Given.refused("words", "the program and its arguments, a word each; " + other + " takes a command line", words[0]);
    }
    return words;
  }
}
