package com.example.images;

import static dev.drydock.caching.Transforms.stripCacheMounts;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Rewrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * Images from a {@link Dockerfile} that need not lie in a file.
 *
 * <p>Testcontainers and docker-java speak to the engine's builder from before BuildKit, which refuses {@code RUN
 * --mount}. So the cache mounts go; the image stays the same.
 */
public final class Images {

  private Images() {}

  /** For Testcontainers: the image of a file, with the files of a directory beside it. */
  public static ImageFromDockerfile forTests(Dockerfile file, Path context) {
    return new ImageFromDockerfile()
        .withFileFromPath(".", context)
        .withFileFromString("Dockerfile", withoutMounts(file).text());
  }

  /** With docker-java: builds the image of a file in a directory, whose own Dockerfile is not looked at, and gives its id. */
  public static String build(DockerClient docker, Dockerfile file, Path context) throws IOException {
    Path stripped = Files.createTempFile(context, "stripped", ".Dockerfile");
    try {
      withoutMounts(file).write(stripped);
      return docker
          .buildImageCmd()
          .withBaseDirectory(context.toFile())
          .withDockerfile(stripped.toFile())
          .exec(new BuildImageResultCallback())
          .awaitImageId();
    } finally {
      Files.delete(stripped);
    }
  }

  private static Dockerfile withoutMounts(Dockerfile file) {
    Rewrite stripped = stripCacheMounts().apply(file);
    if (stripped.after().all(Run.class).exists(run -> run.mounts().nonEmpty())) {
      throw new IllegalArgumentException("this builder cannot do mounts, and not all can go:\n" + stripped.explain());
    }
    return stripped.after();
  }
}
