import dev.drydock.caching.Transforms
import dev.drydock.dockerfile.Dockerfile

/** Refits the Dockerfile on standard input, and writes it to standard output. */
fun main() {
  val dockerfile = Dockerfile.decode(System.`in`.readAllBytes())
  print(Transforms.pythonCaching().apply(dockerfile).after().text())
}
