package dev.drydock.cli;

import dev.drydock.caching.PackageManagers;
import dev.drydock.cli.format.Count;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Run;
import dev.drydock.fleet.CacheUses;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.LeftAlone;
import dev.drydock.fleet.LeftAloneCount;
import dev.drydock.fleet.PackageRequests;
import dev.drydock.fleet.Place;
import dev.drydock.fleet.Remedy;
import dev.drydock.fleet.RequestedPackages;
import dev.drydock.fleet.SharedCache;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The summary for a person: how many files, which caches they share, and what was left alone, by what would settle it. */
final class Report {

  private static final int CACHES = 8;
  private static final int DISTRIBUTIONS = 4;
  private static final int REASONS = 12;
  private static final int PLACES = 3;
  private static final int MANAGERS = 3;
  private static final int EXAMPLES = 3;
  private static final int FILES = 5;

  /** A file and why it was not refitted. */
  private record Unfit(String file, String reason) {}

  private final Colors colors;
  private final boolean written;
  private final CacheUses uses;
  private final PackageRequests requests = new PackageRequests();
  private final LeftAloneCount leftAlone;
  private final List<Unfit> refused = new ArrayList<>();
  private final List<Unfit> skipped = new ArrayList<>();
  private int files;
  private int changed;
  private int partly;
  private int undecided;

  /** A report of what is done, or would be. */
  Report(Colors colors, boolean written) {
    this.colors = colors;
    this.written = written;
    this.uses = new CacheUses(written);
    this.leftAlone = new LeftAloneCount(written);
  }

  /** Takes in one file. */
  void add(FleetFile file, Rewrite rewrite) {
    files++;
    uses.add(file, rewrite);
    leftAlone.rewrite(file, rewrite);
    if (rewrite.changed()) {
      changed++;
    } else if (rewrite.notes().exists(Report::isOpen)) {
      boolean mounted = rewrite.after().all(Run.class).exists(run -> run.mounts().exists(CacheMount.class::isInstance));
      partly += mounted ? 1 : 0;
      undecided += mounted ? 0 : 1;
    }
  }

  /** Counts the packages that one file asks for, for the summary; several threads may do so at once. */
  void prepare(FleetFile file, Rewrite rewrite) {
    requests.prepare(file, rewrite);
  }

  private static boolean isOpen(Note note) {
    return note.kind() != Note.Kind.CHANGED && Remedy.of(note.rule(), note.reason()).isOpen();
  }

  /** Takes in a file that BuildKit would refuse. */
  void addRefused(FleetFile file, String reason) {
    files++;
    refused.add(new Unfit(file.name(), reason));
  }

  /** Takes in a file that was not looked at. */
  void addSkipped(FleetFile file, String reason) {
    skipped.add(new Unfit(file.name(), reason));
  }

  /** The caches that distributions share. */
  Seq<SharedCache> mixed() {
    return uses.caches().filter(cache -> cache.mixed().nonEmpty());
  }

  /** A warning for each cache that distributions share, one a line. */
  String warningsOnSeveralFiles() {
    return mixed().map(this::warning).mkString();
  }

  private String warning(SharedCache cache) {
    return place(cache) + ": " + colors.warning() + " [" + SharedCache.MIXED + "] " + FleetFile.printable(reason(cache)) + "\n";
  }

  /** Where to say that a cache is mixed. */
  static Place place(SharedCache cache) {
    return cache.mixed().get(1).first();
  }

  /** Why a cache should not be shared as it is, and what to do. */
  String reason(SharedCache cache) {
    return cache.id() + ": shared by files on "
        + listed(cache.mixed().map(use -> use.distribution().get() + " (" + use.first() + ")")) + "; "
        + (PackageManagers.ALL.exists(manager -> manager.buildsFromSource() && manager.cachesNamedLike(cache.id()).nonEmpty())
            ? "packages that are compiled in one are installed into the other"
            : "what one keeps there another deletes, or takes for its own")
        + "; " + remedy(cache);
  }

  /** {@code a, b and c}, of two or more. */
  private static String listed(Seq<String> several) {
    return several.init().mkString(", ") + " and " + several.last();
  }

  /** A mount that stands in a file keeps its id, so a policy for ids helps only where none is there yet. */
  private String remedy(SharedCache cache) {
    if (!isKeptApartByIds(cache)) {
      return "write an id= of its own into the mounts of one of them";
    }
    return written ? "go back with --undo, then write with --ids release" : "keep them apart with --ids release";
  }

  private static boolean isKeptApartByIds(SharedCache cache) {
    return !cache.mixed().exists(SharedCache.Use::standing);
  }

  /** One line: how many files, and what becomes of them. */
  String totals() {
    if (files == 0) {
      return "";
    }
    if (files == refused.size()) {
      return colors.bold(files == 1 ? "No Dockerfile that BuildKit would build" : files + " files, none a Dockerfile that BuildKit would build") + "\n";
    }
    List<String> parts = new ArrayList<>();
    parts.add(changed == 0 ? "nothing to change" : changed + (written ? " rewritten" : " to refit"));
    add(parts, files - changed - partly - undecided - refused.size(), "as they should be");
    add(parts, partly, "refitted in part");
    add(parts, undecided, "left alone");
    add(parts, refused.size(), "no Dockerfile that BuildKit would build");
    return colors.bold(Count.of(files, "Dockerfile") + ": " + String.join(", ", parts)) + "\n";
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  /** The summary, a screen long, and at its end what to do next. */
  String summary(String paths) {
    return files == 0
        ? skipped()
        : totals() + caches() + repeated() + groups() + refused() + skipped() + next(paths);
  }

  private String caches() {
    Seq<SharedCache> all = uses.caches();
    if (all.isEmpty()) {
      return "";
    }
    int width = all.take(CACHES).map(cache -> cache.id().length()).max().getOrElse(0);
    StringBuilder text = new StringBuilder("\n").append(colors.bold("Caches")).append(", by the files that share them\n");
    for (SharedCache cache : all.take(CACHES)) {
      text.append(String.format("  %-" + Math.max(1, width) + "s %5d  ", FleetFile.printable(cache.id()), cache.files()))
          .append(uses(cache))
          .append(cache.mixed().isEmpty() ? "" : "  " + colors.yellow("mixed"))
          .append('\n');
    }
    return text.append(more(all.size() - CACHES, "cache")).append(mixedRemedies()).toString();
  }

  /** What is wrong with caches that are mixed, and what to do, once for all of which it is the same. */
  private String mixedRemedies() {
    return mixed()
        .groupBy(this::remedy)
        .map(each -> "  " + colors.yellow("mixed") + ": distributions share "
            + each._2().map(cache -> FleetFile.printable(cache.id())).mkString(", ") + " and take each other's files; " + each._1() + "\n")
        .mkString();
  }

  private static String uses(SharedCache cache) {
    int more = cache.uses().size() - DISTRIBUTIONS;
    String most = cache.uses().take(DISTRIBUTIONS).map(Report::use).mkString(", ");
    return more <= 0 ? most : most + ", and " + more + " more";
  }

  private static String use(SharedCache.Use use) {
    return use.files() + " on " + use.distribution().map(Object::toString).getOrElse("unknown images");
  }

  /** One line: what later builds need not download again. */
  private String repeated() {
    Seq<RequestedPackages> all = requests.packages().filter(each -> each.repeated().nonEmpty());
    return all.isEmpty()
        ? ""
        : "\n" + colors.bold("Asked for more than once") + ": " + all.take(MANAGERS).map(Report::repeated).mkString(", ") + "\n";
  }

  private static String repeated(RequestedPackages packages) {
    String most = packages.repeated().take(EXAMPLES).map(each -> each.name() + " " + each.files() + "×").mkString(", ");
    return packages.repeated().size() + " of " + packages.packages() + " from " + packages.manager()
        + " (" + FleetFile.printable(most) + ")";
  }

  private static String more(int count, String what) {
    return count <= 0 ? "" : "  and " + Count.of(count, "more " + what) + "\n";
  }

  private String groups() {
    Seq<LeftAlone> all = leftAlone.groups();
    if (all.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n");
    text.append(colors.bold("Left alone")).append(", wholly or in part: ").append(Count.of(leftAlone.instructions(), "instruction"))
        .append(" in ").append(Count.of(leftAlone.files(), "Dockerfile")).append(", by what would settle it\n");
    for (LeftAlone group : all.take(REASONS)) {
      text.append(String.format("%5d  %s: %s%n", group.count(), FleetFile.printable(group.remedy().fact()), group.remedy().action()))
          .append(colors.faint("       " + some(group.places(), group.count()) + "  [" + group.remedy().rule() + "]"))
          .append('\n');
    }
    return text.append(more(all.size() - REASONS, "reason")).toString();
  }

  /** The first few of some places. */
  private static String some(Iterable<?> places, int count) {
    String some = io.vavr.collection.List.ofAll(places).take(PLACES).mkString(", ");
    return count <= PLACES ? some : some + ", and " + (count - PLACES) + " more";
  }

  private String refused() {
    if (refused.isEmpty()) {
      return "";
    }
    String lines =
        refused.stream().limit(FILES).map(each -> "  " + each.file() + ": " + each.reason() + "\n").collect(Collectors.joining());
    return "\n" + colors.bold("Not refitted, since BuildKit would refuse it") + "\n" + lines + more(refused.size() - FILES, "file");
  }

  /** Each reason once, with some of the files. */
  private String skipped() {
    if (skipped.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n").append(colors.bold("Not looked at")).append(": ").append(Count.of(skipped.size(), "file")).append('\n');
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    skipped.forEach(each -> byReason.computeIfAbsent(each.reason(), any -> new ArrayList<>()).add(each.file()));
    byReason.entrySet().stream().limit(FILES).forEach(
        each ->
            text.append(String.format("%5d  %s%n", each.getValue().size(), each.getKey()))
                .append(colors.faint("       " + some(each.getValue(), each.getValue().size())))
                .append('\n'));
    return text.append(more(byReason.size() - FILES, "reason")).toString();
  }

  private String next(String paths) {
    if (written || files == 0) {
      return "";
    }
    Map<String, String> commands = new LinkedHashMap<>();
    if (changed > 0) {
      String ids = mixed().exists(Report::isKeptApartByIds) ? " --ids release " : " ";
      commands.put("drydock --diff" + ids + paths, "shows what would change");
      commands.put("drydock --write" + ids + paths, "writes it; --undo takes it back");
    }
    if (!leftAlone.groups().isEmpty() || changed > 0) {
      commands.put("drydock --list " + paths, "shows each reason with its line, and where to read more");
    }
    int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder(commands.isEmpty() ? "" : "\n");
    commands.forEach((command, what) -> text.append(command).append(" ".repeat(width - command.length() + 3)).append(what).append('\n'));
    return text.toString();
  }
}
