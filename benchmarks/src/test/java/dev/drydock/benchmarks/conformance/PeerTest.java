package dev.drydock.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/**
 * Drydock and rewrite-docker by one comparison on the files that BuildKit calls valid: the list of instructions
 * (keyword and first line), and for a file whose list is right, the flags, the form and the arguments.
 */
class PeerTest {

  private enum Reading {
    SAME_LIST,
    OTHER_LIST,
    ERROR
  }

  @TempDir Path directory;

  @Test
  @SuppressWarnings("SystemOut")
  void besideRewriteDocker() throws IOException {
    Answers answers = Answers.ofCorpus(directory);
    Map<String, JsonNode> inspected = Inspected.rows(answers.base(), answers.byFile().keySet());
    Table drydock = new Table("Drydock");
    Table peer = new Table("rewrite-docker");
    Map<Reading, Integer> ours = new EnumMap<>(Reading.class);
    Map<Reading, Integer> theirs = new EnumMap<>(Reading.class);
    for (Map.Entry<String, JsonNode> entry : answers.byFile().entrySet()) {
      String file = entry.getKey();
      if (entry.getValue().path("valid").asBoolean() && Answers.shown(entry.getValue())) {
        List<Row> expected = Row.of(entry.getValue());
        String text = Files.readString(answers.base().resolve(file), StandardCharsets.UTF_8);
        List<Row> found = Row.of(inspected.getOrDefault(file, MissingNode.getInstance()));
        ours.merge(compare(drydock, file, expected, found), 1, Integer::sum);
        theirs.merge(compare(peer, file, expected, RewriteDocker.read(text)), 1, Integer::sum);
      }
    }
    print(drydock, ours);
    print(peer, theirs);
    if (Boolean.getBoolean("differences")) {
      peer.differences().values().forEach(System.out::println);
    }
    assertThat(drydock.differences()).isEmpty();
  }

  private static Reading compare(Table table, String file, List<Row> expected, @Nullable List<Row> found) {
    table.file();
    if (found == null) {
      return Reading.ERROR;
    }
    if (!table.check("list", file, list(expected), list(found))) {
      return Reading.OTHER_LIST;
    }
    for (int i = 0; i < expected.size(); i++) {
      Row theirs = expected.get(i);
      Row ours = found.get(i);
      table.check("flags", file, Row.plain(theirs.flags()), Row.plain(ours.flags()));
      table.check("exec form", file, theirs.exec(), ours.exec());
      if (ours.arguments() != null) {
        table.check("arguments", file, Row.plain(theirs.arguments()), Row.plain(ours.arguments()));
      }
    }
    return Reading.SAME_LIST;
  }

  private static List<String> list(List<Row> rows) {
    List<String> list = new ArrayList<>();
    rows.forEach(row -> list.add(row.keyword() + " " + row.line()));
    return list;
  }

  @SuppressWarnings("SystemOut")
  private static void print(Table table, Map<Reading, Integer> readings) {
    System.out.print(table.counts("valid files of the corpus, by what every model offers"));
    System.out.printf("same list of instructions    %6d files%n", readings.getOrDefault(Reading.SAME_LIST, 0));
    System.out.printf("another list, without error  %6d files%n", readings.getOrDefault(Reading.OTHER_LIST, 0));
    System.out.printf("an error                     %6d files%n", readings.getOrDefault(Reading.ERROR, 0));
  }
}
