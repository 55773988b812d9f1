/** All of Drydock: the language, and the knowledge that it needs at run time. Holds nothing of its own. */
module dev.drydock.all {
  requires transitive dev.drydock;
  requires dev.drydock.impl;
}
