package dev.drydock.impl.peers;

import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.check.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The command: lets all rewrite the corpus, judges what came out, takes their times, and writes the page. */
public final class Peers {

  private static final int ROUNDS = 5;

  /** Each how many-th file the race is over: all of them, five times, would take an hour. */
  private static final int EVERY = 4;

  private static final String TALLY = "@wharflab/tally-linux-x64";
  private static final List<String> TALLY_OPTIONS =
      List.of("lint", "--fix", "--fix-unsafe", "--no-config", "--ignore", "*", "--select", "tally/prefer-package-cache-mounts", "--fail-level", "none");

  private final Installed installed;
  private final Path work;
  private final Rewriter tally;
  private final Rewriter drydock;
  private final Rewriter everyTool;

  private Peers(Path home, Path work) {
    this.work = work;
    installed = Installed.of(work, home.resolve("packages.txt"), home.resolve("node.js"));
    tally = new Rewriter(
        installed.version(TALLY).replaceFirst(".*@", "tally "),
        "tally " + String.join(" ", TALLY_OPTIONS).replace("*", "'*'") + " FILE…",
        Command.of(installed.path(TALLY).resolve("bin/tally").toString()).with(TALLY_OPTIONS),
        true);
    String command = System.getProperty("drydock", home.resolve("../../samples/drydock").normalize().toString());
    drydock = new Rewriter("Drydock", "drydock --write FOLDER", Command.of(command, "--quiet", "--write"), false);
    String tools = PackageManagers.ALL.map(manager -> manager.name()).mkString(",");
    everyTool = new Rewriter(
        "Drydock, every tool",
        "drydock --write --tools " + tools + " FOLDER",
        Command.of(command, "--quiet", "--write", "--tools", tools),
        false);
  }

  /** The folder of the command, the one to work in, and which half is wanted: {@code --checks} or {@code --times}. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    Peers peers = new Peers(home, Path.of(arguments[1]));
    String half = arguments.length > 2 ? arguments[2] : "";
    Page page = new Page(peers.installed.missing());
    List<Dockerfile> all = List.copyOf(RealFiles.dockerfiles().values());
    List<Dockerfile> valid = all.stream().filter(file -> file.problems().isEmpty()).toList();
    Tree corpus = Tree.of(peers.work.resolve("corpus"), valid);
    corpus.drop(peers.refused(corpus).keySet());
    if (!half.equals("--times")) {
      page.verdicts(peers.verdicts(corpus), corpus.names().size(), all.size());
    }
    if (!half.equals("--checks")) {
      List<String> names = corpus.names();
      corpus.drop(IntStream.range(0, names.size()).filter(i -> i % EVERY != 0).mapToObj(names::get).toList());
      page.times(peers.race(corpus), corpus.names().size(), ROUNDS);
    }
    System.out.print(page.text());
    Path file = home.resolve("../../docs/peers.md").normalize();
    Files.writeString(file, page.over(Files.exists(file) ? Files.readString(file) : ""));
  }

  private boolean hasTally() {
    return installed.has(List.of(TALLY));
  }

  /** The files that tally does not take, of those that BuildKit does: nobody is asked for them. */
  private SortedMap<String, String> refused(Tree corpus) {
    return hasTally() ? tally.rewrite(corpus.copy(work.resolve("taken"))) : new TreeMap<>();
  }

  private Map<Rewriter, Verdict> verdicts(Tree corpus) {
    Map<Rewriter, Verdict> verdicts = new LinkedHashMap<>();
    SortedMap<String, Dockerfile> before = corpus.read();
    boolean second = installed.has(List.of("dockerfile-utils"));
    Map<String, List<String>> errors = second ? installed.errors(corpus) : Map.of();
    for (Rewriter rewriter : hasTally() ? List.of(tally, drydock, everyTool) : List.of(drydock, everyTool)) {
      String folder = rewriter.name().replaceAll("\\W+", "-");
      Tree once = corpus.copy(work.resolve(folder));
      rewriter.rewrite(once);
      SortedMap<String, Dockerfile> first = once.read();
      Verdict verdict = Verdict.of(before, first);
      if (second) {
        Installed.added(errors, installed.errors(once)).forEach((name, found) -> verdict.add(Verdict.OTHER_READERS, name, found));
      }
      once.drop(first.keySet().stream().filter(name -> !verdict.isChanged(name)).toList());
      Tree twice = once.copy(work.resolve(folder + "-twice"));
      SortedMap<String, String> unread = rewriter.rewrite(twice);
      if (hasTally() && rewriter != tally) {
        unread = tally.rewrite(once.copy(work.resolve(folder + "-read")));
      }
      unread.forEach((name, why) -> verdict.add(Verdict.OTHER_READERS, name, List.of("tally: " + why)));
      SortedMap<String, Dockerfile> again = twice.read();
      again.forEach((name, file) -> verdict.add(Verdict.AGAIN, name, file.equals(first.get(name)) ? List.of() : List.of("changed again")));
      verdict.write(work.resolve(folder + "-findings.txt"));
      verdicts.put(rewriter, verdict);
    }
    return verdicts;
  }

  private Race race(Tree corpus) {
    List<Race.Runner> runners = new ArrayList<>();
    runners.add(new Race.Runner("Drydock", "rewrites apt, pip and uv", tree -> drydock.commandFor(tree, tree.names())));
    runners.add(new Race.Runner("Drydock, every tool", "rewrites " + PackageManagers.ALL.size() + " tools", tree -> everyTool.commandFor(tree, tree.names())));
    if (hasTally()) {
      runners.add(new Race.Runner(tally.name(), "rewrites its 15 tools", tree -> tally.commandFor(tree, tree.names())));
    }
    node(runners, "dockerfile-ast", "parses", "parse");
    node(runners, "dockerfile-utils", "formats", "format");
    if (installed.has(List.of("@dprint/dockerfile", "@dprint/formatter"))) {
      node(runners, "@dprint/dockerfile", "formats", "dprint");
    }
    Tree oneLine = Tree.of(work.resolve("one-line"), List.of(Dockerfile.parse("FROM scratch\n")));
    return Race.run(runners, corpus, oneLine, work.resolve("race"), ROUNDS);
  }

  private void node(List<Race.Runner> runners, String name, String work, String what) {
    if (installed.has(List.of(name))) {
      runners.add(new Race.Runner(installed.version(name).replaceFirst("(.)@", "$1 "), work, tree -> installed.node(what, tree)));
    }
  }
}
