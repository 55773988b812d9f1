package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;

/** Makes the construct of each kind: the one place that knows which class stands for which kind. */
final class Constructs {

  private Constructs() {}

  static Construct of(Kind kind, Source source, int start, int end) {
    return switch (kind) {
      case PARSER_DIRECTIVE -> new ParserDirective(source, start, end);
      case COMMENT -> new Comment(source, start, end);
      case BLANK_LINE -> new BlankLine(source, start, end);
      case FROM -> new From(source, start, end);
      case RUN -> new Run(source, start, end);
      case COPY -> new Copy(source, start, end);
      case ADD -> new Add(source, start, end);
      case ENV -> new Env(source, start, end);
      case ARG -> new Arg(source, start, end);
      case LABEL -> new Label(source, start, end);
      case EXPOSE -> new Expose(source, start, end);
      case USER -> new User(source, start, end);
      case WORKDIR -> new Workdir(source, start, end);
      case ENTRYPOINT -> new Entrypoint(source, start, end);
      case CMD -> new Cmd(source, start, end);
      case SHELL -> new Shell(source, start, end);
      case VOLUME -> new Volume(source, start, end);
      case STOPSIGNAL -> new StopSignal(source, start, end);
      case HEALTHCHECK -> new HealthCheck(source, start, end);
      case ONBUILD -> new OnBuild(source, start, end);
      case MAINTAINER -> new Maintainer(source, start, end);
      case UNKNOWN -> new UnknownInstruction(source, start, end);
    };
  }

  /** A construct of the same kind with other text. */
  static Construct like(Construct construct, Source source, int start, int end) {
    return of(construct.kind(), source, start, end);
  }
}
