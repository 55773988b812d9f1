package dev.drydock.impl.peers;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Problem;
import dev.drydock.impl.check.MountText;
import dev.drydock.impl.check.Removed;
import dev.drydock.impl.peers.Check.Harm;
import dev.drydock.impl.peers.Pairing.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The checks that need nothing but the two texts. */
final class Checks {

  private static final Pattern DIRECTIVE = Pattern.compile("(?i)#\\s*(?:syntax|escape|check)\\s*=.*");
  private static final Pattern OLD_FRONTEND = Pattern.compile("(?:docker\\.io/)?docker/dockerfile:1\\.[01](?:\\.\\d+)?(?:@\\S*)?");

  static final List<Check> ALL =
      List.of(
          new Check(
              "instructions lost or altered",
              "An instruction, a command of a RUN or one of its words is gone or other than before, and no cache mount needs that:"
                  + " what empties a cache, and what keeps a tool from using one, may go.",
              Harm.DAMAGED,
              Alterations::of),
          new Check(
              "BuildKit refuses the file",
              "It has a problem that it did not have before, by Drydock's reader, which agrees with BuildKit on the corpus;"
                  + " or it was given a mount, and names a frontend that knows none.",
              Harm.DAMAGED,
              Checks::problems),
          new Check(
              "a RUN removes its mount point",
              "`rm -rf` of a directory in which something is mounted fails with *Device or resource busy*, and the build with it,"
                  + " unless the RUN ignores the status.",
              Harm.DAMAGED,
              Checks::busy),
          new Check(
              "a later step reads the cache",
              "A later RUN, a COPY, or the container's command wants files that are in the mount now, and not in the image.",
              Harm.DAMAGED,
              LaterReaders::ofFiles),
          new Check(
              "apt installs from lists of another RUN",
              "The lists are in a mount, and the RUN that installs does not fetch them. Where the layer of the one that does comes"
                  + " from a build cache and the mount is empty, as on another machine, apt finds no package.",
              Harm.DEPENDENT,
              LaterReaders::ofLists),
          new Check(
              "apt's marks are shared between images",
              "All of `/var/lib/apt` is mounted, and with it the list of packages that were installed automatically;"
                  + " `autoremove` or `apt-mark` in this image goes by what other images wrote there.",
              Harm.DEPENDENT,
              LaterReaders::ofMarks),
          new Check(
              "mounts without use",
              "Nothing is kept in the mount, or not for this RUN: the image has apt delete its archives, the cache is root's and another"
                  + " user runs the command, the RUN empties the cache, or it calls no such tool.",
              Harm.OF_LESS_USE,
              UselessMounts::of),
          new Check(
              "comment lines lost",
              "A line of comment is gone, also one between the lines of a RUN. One that explains a command that may go is counted too.",
              Harm.OF_LESS_USE,
              Checks::comments));

  private Checks() {}

  private static List<String> problems(Pairing file) {
    List<String> had = new ArrayList<>(file.before.problems().map(Problem::kind).asJava());
    List<String> found = new ArrayList<>();
    for (Problem problem : file.after.problems()) {
      if (!had.remove(problem.kind())) {
        found.add("line " + problem.line() + ": " + problem.message());
      }
    }
    String syntax = file.after.syntax().getOrElse("").split("\\s", -1)[0];
    if (OLD_FRONTEND.matcher(syntax).matches() && !file.mounted().isEmpty()) {
      found.add("the frontend " + syntax + " knows no mounts");
    }
    return found;
  }

  private static List<String> busy(Pairing file) {
    List<String> found = new ArrayList<>();
    for (Pair pair : file.mounted()) {
      for (MountText mount : pair.mounts()) {
        Removed.hitting(mount.target(), pair.after()).forEach(rm -> found.add(file.line(pair) + ": " + rm + " hits " + mount.target()));
      }
    }
    return found;
  }

  private static List<String> comments(Pairing file) {
    List<String> lost = commentLines(file.before);
    commentLines(file.after).forEach(lost::remove);
    return lost;
  }

  private static List<String> commentLines(Dockerfile file) {
    List<String> lines = new ArrayList<>();
    file.text().lines().map(String::strip).filter(line -> line.startsWith("#") && !DIRECTIVE.matcher(line).matches()).forEach(lines::add);
    return lines;
  }
}
