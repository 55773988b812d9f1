package dev.drydock.spi;

/** The kinds of construct that a Dockerfile is made of. */
public enum Kind {
  PARSER_DIRECTIVE,
  COMMENT,
  BLANK_LINE,
  FROM,
  RUN,
  COPY,
  ADD,
  ENV,
  ARG,
  LABEL,
  EXPOSE,
  USER,
  WORKDIR,
  ENTRYPOINT,
  CMD,
  SHELL,
  VOLUME,
  STOPSIGNAL,
  HEALTHCHECK,
  ONBUILD,
  MAINTAINER,
  /** A keyword that BuildKit does not know, or a line it cannot read as an instruction. */
  UNKNOWN
}
