package dev.drydock.benchmarks.paired;

import dev.drydock.benchmarks.RealDockerfiles;
import dev.drydock.dockerfile.Dockerfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The command: the main job and reading beside rewrite-docker's parse, over the corpus, in one run. */
public final class Paired {

  private Paired() {}

  /** The numbers of rounds for warming up (3) and for measuring (7). */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    if (!RealDockerfiles.named()) {
      System.out.println("The system property 'corpus' names no folder.");
      System.exit(2);
    }
    int warmups = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    List<String> texts = RealDockerfiles.read().values().stream().map(bytes -> Dockerfile.decode(bytes).text()).toList();
    System.out.print(report(texts, warmups, count));
  }

  /** What is measured on these texts. */
  static String report(List<String> texts, int warmups, int count) {
    double megabytes = texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum() / 1e6;
    Contender<String> peer = Contender.rewriteDockerParse();
    List<Contender<String>> contenders = List.of(Contender.pythonCaching(), Contender.parse(), peer);
    return Rounds.measured(contenders, texts, megabytes, warmups, count).report(peer.name())
        + String.format(
            Locale.ROOT,
            "%d files, %.2f MB; medians of %d rounds after %d to warm up (lowest to highest), one thread%n",
            texts.size(),
            megabytes,
            count,
            warmups);
  }
}
