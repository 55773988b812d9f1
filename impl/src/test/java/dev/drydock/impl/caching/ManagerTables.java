package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;

/** Rows of the tables of package managers: what each of them mounts, and what it leaves alone. */
public final class ManagerTables {

  private ManagerTables() {}

  static PackageManager named(String name) {
    return PackageManagers.named(name).get();
  }

  /** A file of one line each; {@code //} parts the lines. */
  static String file(String lines) {
    return lines.replace(" // ", "\n") + "\n";
  }

  /** The last RUN of the lines gets these mounts, the options of each without its type; a blank parts them. */
  static void assertMounts(String manager, String lines, String mounts) {
    String before = file(lines);
    int command = before.lastIndexOf("\nRUN ") + "\nRUN ".length();
    Vector<String> flags = Vector.of(mounts.split(" ", -1)).map(mount -> "--mount=type=cache,target=" + mount);
    String after = before.substring(0, command) + flags.mkString(" \\\n    ") + " \\\n    " + before.substring(command);
    TransformAssertions.assertRewrites(Transforms.mountCache(named(manager)), before, after);
  }

  /** The lines stay as they are, and a note of the manager's own rule of this name says why. */
  public static void assertLeft(String manager, String rule, String lines) {
    TransformAssertions.assertKept(
        Transforms.mountCache(named(manager)), file(lines), "mount-cache/" + manager + "/" + rule);
  }

  /** Nothing is mounted, and there is nothing to say. */
  static void assertSilent(String manager, String lines) {
    TransformAssertions.assertUntouched(Transforms.mountCache(named(manager)), file(lines));
  }

  /** Mounted and without what defeats the mount, as the main job has it for any package manager. */
  public static void assertCaches(String manager, String lines, String after) {
    TransformAssertions.assertRewrites(
        Transforms.pythonCaching(named(manager)).withoutSyntax(), file(lines), file(after));
  }

  /** Whether a warning says that the mount is of less use than it could be. */
  static void assertInert(boolean inert, String manager, String lines) {
    assertThat(
            Transforms.mountCache(named(manager))
                .apply(Dockerfile.parse(file(lines)))
                .notes()
                .exists(note -> note.rule().equals("mount-cache/" + manager + "/inert")))
        .isEqualTo(inert);
  }
}
