import dev.drydock.dockerfile.Dockerfile
import static dev.drydock.caching.Transforms.pythonCaching
var file = java.nio.file.Path.of(System.getProperty("dockerfile", "Dockerfile"))
var rewrite = pythonCaching().apply(Dockerfile.read(file))
rewrite.after().write(file); System.out.print(rewrite.explain())
/exit
