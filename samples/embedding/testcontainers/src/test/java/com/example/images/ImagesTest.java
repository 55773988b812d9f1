package com.example.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** Builds an image with a cache mount on the engine that Testcontainers finds; that is skipped where there is none. */
class ImagesTest {

  /** A program for Linux on x86-64 that does nothing and succeeds: an ELF header, a program header, exit(0). */
  private static final String NOTHING =
      "7f454c4602010100000000000000000002003e00010000007800400000000000400000000000000000000000000000000000000040003800"
          + "0100000000000000010000000500000000000000000000000000400000000000000040000000000081000000000000008100000000000000"
          + "0010000000000000b83c00000031ff0f05";

  private static final Dockerfile FILE =
      Dockerfile.from("scratch")
          .copy("nothing", "/usr/bin/pip")
          .user("0")
          .run(Run.exec("pip", "install", "flask").mount(CacheMount.at("/root/.cache/pip")))
          .label("com.example.made", "of a value")
          .cmd("pip", "list");

  @TempDir Path context;

  private static void needsAnEngine() {
    assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no engine is reachable: set DOCKER_HOST");
  }

  @BeforeEach
  void aProgram() throws IOException {
    Path program = Files.write(context.resolve("nothing"), HexFormat.of().parseHex(NOTHING));
    program.toFile().setExecutable(true, false);
  }

  @Test
  void testcontainersBuildsIt() {
    needsAnEngine();
    String name = Images.forTests(FILE, context).get();
    assertEquals("of a value", label(name));
  }

  @Test
  void dockerJavaBuildsItAndLeavesNoFileBehind() throws IOException {
    needsAnEngine();
    String id = Images.build(docker(), FILE, context);
    assertNotNull(id);
    assertEquals("of a value", label(id));
    try (Stream<Path> files = Files.list(context)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aMountThatMustStayIsRefusedWithItsReason() {
    Dockerfile needed = Dockerfile.from("scratch").run(Run.exec("/build").mount(CacheMount.at("/build")));
    String message = assertThrows(IllegalArgumentException.class, () -> Images.forTests(needed, context)).getMessage();
    assertTrue(message.contains("line 2: kept [strip-cache-mounts/needed]"), message);
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }

  private static String label(String image) {
    return docker().inspectImageCmd(image).exec().getConfig().getLabels().get("com.example.made");
  }
}
