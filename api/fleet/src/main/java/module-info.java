/** Many Dockerfiles: finds them below some paths, rewrites them in parallel, and compares them with each other. */
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"})
module dev.drydock.fleet {
  requires transitive dev.drydock;
  requires org.eclipse.jgit;

  exports dev.drydock.fleet;
}
