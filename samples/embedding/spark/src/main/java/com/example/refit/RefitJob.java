package com.example.refit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.length;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Refits every Dockerfile of a table {@code repo STRING, commit STRING, path STRING, content BINARY}.
 *
 * <p>Equal contents are refitted once. The work is cut into sixteen parts by the first digit of the content's hash, and
 * a part counts as done when Spark has committed it: a job that was killed goes on with the parts that are missing.
 * Each input has an output folder of its own:
 *
 * <pre>
 * contents/    hash, content, part         each content once
 * refitted/    see {@link Refitting#SCHEMA}, part by part
 * files/       repo, commit, path, and what became of the content
 * </pre>
 */
public final class RefitJob {

  private static final String[] PARTS = "0123456789abcdef".split("");

  private final SparkSession spark;
  private final String input;
  private final String output;

  RefitJob(SparkSession spark, String input, String output) {
    this.spark = spark;
    this.input = input;
    this.output = output;
  }

  /** {@code spark-submit refit-spark.jar INPUT OUTPUT}. */
  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: refit-spark INPUT OUTPUT, the folders of two Parquet tables");
      System.exit(2);
    }
    SparkSession spark = SparkSession.builder().appName("refit").getOrCreate();
    RefitJob job = new RefitJob(spark, args[0], args[1]);
    job.run();
    job.totals().show();
    job.rules().show(200, false);
    spark.stop();
  }

  /** Does whatever part of the work is not done yet. */
  void run() {
    dropDuplicates();
    refit();
    join();
  }

  /** Reads the input, and writes each content once. */
  void dropDuplicates() {
    if (!done("contents")) {
      input()
          .select("hash", "content")
          .dropDuplicates("hash")
          .withColumn("part", substring(col("hash"), 1, 1))
          .write()
          .mode(SaveMode.Overwrite)
          .partitionBy("part")
          .parquet(folder("contents"));
    }
  }

  /** Refits each content, part by part. */
  void refit() {
    for (String part : PARTS) {
      if (!done("refitted/part=" + part) && exists("contents/part=" + part)) {
        spark
            .read()
            .parquet(folder("contents/part=" + part))
            .select("hash", "content")
            .mapPartitions(new Refitting(), Encoders.row(Refitting.SCHEMA))
            .write()
            .mode(SaveMode.Overwrite)
            .parquet(folder("refitted/part=" + part));
      }
    }
  }

  /** Gives each file what became of its content. */
  void join() {
    if (!done("files")) {
      input()
          .withColumn("bytes", length(col("content")))
          .drop("content")
          .join(spark.read().parquet(folder("refitted")).drop("part"), "hash")
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(folder("files"));
    }
  }

  private Dataset<Row> input() {
    return spark.read().parquet(input).withColumn("hash", sha2(col("content"), 256));
  }

  /** Each rule with its notes, and the files and repositories that have one: what would settle most comes first. */
  Dataset<Row> rules() {
    return files()
        .withColumn("note", explode(col("notes")))
        .groupBy(col("note.kind").as("kind"), col("note.rule").as("rule"))
        .agg(
            count(lit(1)).as("notes"),
            countDistinct("repo", "path").as("files"),
            countDistinct("repo").as("repositories"))
        .orderBy(col("notes").desc(), col("kind"), col("rule"));
  }

  /** One row: files and repositories in all, those that change, those on which Drydock failed, and bytes. */
  Dataset<Row> totals() {
    return files()
        .agg(
            count(lit(1)).as("files"),
            countDistinct("repo").as("repositories"),
            sum(when(col("changed"), 1L).otherwise(0L)).as("changed"),
            sum(when(col("failure").isNotNull(), 1L).otherwise(0L)).as("failed"),
            sum("bytes").as("bytes"));
  }

  private Dataset<Row> files() {
    return spark.read().parquet(folder("files"));
  }

  private String folder(String name) {
    return output + "/" + name;
  }

  private boolean done(String name) {
    return exists(name + "/_SUCCESS");
  }

  private boolean exists(String name) {
    try {
      Path path = new Path(folder(name));
      FileSystem system = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      return system.exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot see whether " + folder(name) + " exists", e);
    }
  }
}
