package com.example.refit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job over generated tables, on two cores of this machine. */
class RefitJobTest {

  private static final StructType INPUT =
      StructType.fromDDL("repo STRING, commit STRING, path STRING, content BINARY");

  private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("refit")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void aHundredThousandFilesAreRefittedOnceForEachContent() {
    int files = 100_000;
    int contents = 20_000;
    generate(files, contents, "table");

    RefitJob job = job("table", "out");
    long began = System.nanoTime();
    double duplicates = cpu(job::dropDuplicates);
    double refitting = cpu(job::refit);
    double joining = cpu(job::join);
    double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    System.out.printf("%,d rows in %.1f s: %,.0f rows a second on two cores%n", files, seconds, files / seconds);
    double alone = cpu(() -> IntStream.range(0, contents).forEach(i -> Transforms.pythonCaching().apply(Dockerfile.parse(dockerfile(i))).after().text()));
    System.out.printf(
        "seconds of CPU: %.1f to read and to drop duplicates, %.1f to refit %,d contents, %.1f to join; %.1f for the contents without Spark%n",
        duplicates, refitting, contents, joining, alone);

    Row totals = job.totals().first();
    assertThat(totals.<Long>getAs("files")).isEqualTo(files);
    assertThat(totals.<Long>getAs("changed")).isEqualTo(files);
    assertThat(totals.<Long>getAs("failed")).isZero();
    assertThat(spark.read().parquet(path("out/refitted")).count()).isEqualTo(contents);
    Row one = spark.read().parquet(path("out/files")).where("path = 'services/7/Dockerfile'").first();
    assertThat(new String(one.<byte[]>getAs("after"), StandardCharsets.UTF_8))
        .isEqualTo(Transforms.pythonCaching().apply(Dockerfile.parse(dockerfile(7))).after().text());
    assertThat(job.rules().collectAsList()).anySatisfy(rule -> {
      assertThat(rule.<String>getAs("kind")).isEqualTo("CHANGED");
      assertThat(rule.<String>getAs("rule")).startsWith("mount-cache");
      assertThat(rule.<Long>getAs("files")).isEqualTo(files);
    });
  }

  @Test
  void oneBadFileIsARowLikeTheOthers() {
    byte[] large = ("FROM debian\n" + "RUN echo a line that makes this file large\n".repeat(250_000)).getBytes(StandardCharsets.UTF_8);
    byte[] latin = "FROM debian\n# caf\u00e9\nRUN apt-get update && apt-get install -y curl\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] template = "{% if x %}\nFROM {{ base }}\n{% endif %}\n".getBytes(StandardCharsets.UTF_8);
    write(
        "table",
        List.of(
            row("good", dockerfile(1).getBytes(StandardCharsets.UTF_8)),
            row("empty", new byte[0]),
            row("large", large),
            row("latin", latin),
            row("template", template)));
    RefitJob job = job("table", "out");
    job.run();

    Map<String, Row> byRepo = new TreeMap<>();
    spark.read().parquet(path("out/files")).collectAsList().forEach(r -> byRepo.put(r.getAs("repo"), r));
    assertThat(byRepo).containsOnlyKeys("empty", "good", "large", "latin", "template");
    assertThat(byRepo.get("good").<Boolean>getAs("changed")).isTrue();
    assertThat(byRepo.get("large").<Boolean>getAs("changed")).isFalse();
    assertThat(byRepo.get("large").<String>getAs("failure")).isNull();
    assertThat(byRepo.get("template").<Boolean>getAs("changed")).isFalse();
    assertThat(byRepo.get("template").getList(byRepo.get("template").fieldIndex("problems"))).isNotEmpty();
    assertThat(byRepo.get("empty").<Boolean>getAs("changed")).isFalse();
    byte[] after = byRepo.get("latin").getAs("after");
    assertThat(new String(after == null ? latin : after, StandardCharsets.ISO_8859_1)).contains("# caf\u00e9\n");
  }

  @Test
  void aJobThatWasKilledLosesAndRepeatsNothing() throws Exception {
    generate(8_000, 8_000, "table");
    Process killed =
        new ProcessBuilder(command("table", "out"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    while (parts().size() < 2 && killed.isAlive()) {
      Thread.sleep(20);
    }
    killed.destroyForcibly().waitFor();
    Map<String, Long> before = parts();
    assertThat(before).as(() -> read(folder.resolve("log"))).hasSizeBetween(1, 15);

    RefitJob job = job("table", "out");
    job.run();
    assertThat(parts()).hasSize(16).containsAllEntriesOf(before);
    assertThat(job.totals().first().<Long>getAs("files")).isEqualTo(8_000);
    assertThat(spark.read().parquet(path("out/refitted")).select("hash").distinct().count()).isEqualTo(8_000);
    assertThat(spark.read().parquet(path("out/refitted")).count()).isEqualTo(8_000);
  }

  /** The job as a process of its own. */
  private List<String> command(String input, String output) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(Arrays.asList(System.getProperty("spark.opens").split(" ")));
    command.addAll(
        List.of(
            "-Dspark.master=local[2]", "-Dspark.ui.enabled=false", "-cp", System.getProperty("java.class.path"),
            RefitJob.class.getName(), path(input), path(output)));
    return command;
  }

  /** The parts that are committed, and when each was. */
  private Map<String, Long> parts() throws IOException {
    Map<String, Long> parts = new TreeMap<>();
    Path refitted = folder.resolve("out/refitted");
    if (Files.exists(refitted)) {
      Files.walkFileTree(
          refitted,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.endsWith("_SUCCESS")) {
                parts.put(String.valueOf(file.getParent().getFileName()), attributes.lastModifiedTime().toMillis());
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE; // Spark renames its files while this looks.
            }
          });
    }
    return parts;
  }

  /** The seconds of CPU that all threads of this process take for it. */
  private static double cpu(Runnable work) {
    long before = SYSTEM.getProcessCpuTime();
    work.run();
    return (SYSTEM.getProcessCpuTime() - before) / 1e9;
  }

  private void generate(int files, int contents, String name) {
    spark
        .range(files)
        .map(
            (MapFunction<Long, Row>)
                i ->
                    RowFactory.create(
                        "repo-" + i % 1000, "c" + i, "services/" + i + "/Dockerfile",
                        dockerfile((int) (i % contents)).getBytes(StandardCharsets.UTF_8)),
            Encoders.row(INPUT))
        .write()
        .parquet(path(name));
  }

  private void write(String name, List<Row> rows) {
    spark.createDataFrame(rows, INPUT).write().parquet(path(name));
  }

  private static Row row(String repo, byte[] content) {
    return RowFactory.create(repo, "c", "Dockerfile", content);
  }

  private static String dockerfile(int i) {
    return """
        FROM python:3.%d-slim
        ENV SERVICE=service-%d
        RUN apt-get update && apt-get install -y --no-install-recommends libpq5 curl \\
            && rm -rf /var/lib/apt/lists/*
        WORKDIR /app
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
        COPY . .
        CMD ["python", "-m", "service"]
        """
        .formatted(10 + i % 4, i);
  }

  private RefitJob job(String input, String output) {
    return new RefitJob(spark, path(input), path(output));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
