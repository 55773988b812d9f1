import dev.drydock.dockerfile.Dockerfile

/** Does not compile: the packages say with JSpecify that nothing of theirs takes null. */
fun main() {
  print(Dockerfile.parse(null))
}
