package dev.drydock.impl.caching;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.caching.Transforms.repairCacheMounts;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;

import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;

/** What the examples of many rules begin with: two transforms, an image, and the texts of mounts. */
public final class Examples {

  public static final Transform MOUNT = mountCache(APT, PIP, UV);

  /** The main job, with apt's lists in mounts also where a RUN leaves them in the image. */
  public static final Transform MAIN = pythonCaching().withoutSyntax().withAptListsMounted();

  /** The main job as it is by itself: lists that the image has stay in the image. */
  public static final Transform LISTS_STAY = pythonCaching().withoutSyntax();

  /** The repair of mounts that are there, of all package managers. */
  public static final Transform REPAIR = repairCacheMounts();

  /** The step that makes apt keep its archives where its cache is mounted. */
  public static final String KEEP =
      """
      # apt keeps what it downloads where its cache is mounted, and cleans up elsewhere as before
      RUN [ ! -f /etc/apt/apt.conf.d/docker-clean ] || { \\
          sed -i 's,"rm -f,"mountpoint -q /var/cache/apt || mountpoint -q /var/cache/apt/archives || rm -f,' /etc/apt/apt.conf.d/docker-clean; \\
          echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache; }
      """;

  /** The step of Docker's documentation, with which apt keeps its archives everywhere. */
  public static final String DOCUMENTED =
      """
      # Configure apt to keep downloaded packages for cache mount
      RUN rm -f /etc/apt/apt.conf.d/docker-clean; \\
          echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
      """;

  public static final String ARCHIVES = "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n    ";
  public static final String LISTS =
      ARCHIVES + "--mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n    ";
  public static final String PIP_MOUNT = "RUN --mount=type=cache,target=/root/.cache/pip \\\n    ";
  public static final String UV_MOUNT = "RUN --mount=type=cache,target=/root/.cache/uv \\\n    ";

  private Examples() {}

  /** These lines on an image of Python's, whose user is root. */
  public static String python(String lines) {
    return "FROM python:3.12\n" + lines + "\n";
  }

  /** The main job makes this of these lines: see {@link Marked}. */
  public static Rewrite assertRefits(String marked) {
    return assertMarked(MAIN, python(marked));
  }

  /** The main job leaves these lines as they are, and a note of this rule says why of this subject. */
  public static Rewrite assertLeft(String lines, String rule, String subject) {
    return assertKept(MAIN, python(lines), rule, subject);
  }
}
