/**
 * The laws that every transform keeps, as a property suite of one interface, and the generator of Dockerfiles that
 * they are tried on. For tests; it needs an engine beside it to read what it generates.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.drydock.laws {
  requires transitive dev.drydock;
  requires transitive net.jqwik.api;

  exports dev.drydock.laws;
  exports dev.drydock.laws.generator;
}
