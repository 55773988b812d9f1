/** The command {@code drydock}: refits Dockerfiles below some paths, shows them as data, and counts what was done. */
@SuppressWarnings("requires-automatic")
module dev.drydock.cli {
  requires dev.drydock;
  requires dev.drydock.fleet;
  requires info.picocli;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;

  opens dev.drydock.cli to
      info.picocli;
}
