package dev.drydock.benchmarks.cold;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the library costs a program that refits one file and ends. */
public final class Once {

  private Once() {}

  /** Prints the file that is named as the main job leaves it. */
  public static void main(String[] arguments) throws IOException {
    String text = Transforms.pythonCaching().apply(Dockerfile.read(Path.of(arguments[0]))).after().text();
    System.out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
