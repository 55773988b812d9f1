package com.example.refit;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Refits the contents of one partition: from {@code hash, content} to what {@link #SCHEMA} says. */
final class Refitting implements MapPartitionsFunction<Row, Row> {

  /**
   * A row for each content. {@code after} is the file as bytes, null where it stays as it was. {@code failure} is null
   * unless Drydock failed on this content, which then stays as it was.
   */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "hash STRING, changed BOOLEAN, after BINARY,"
              + " notes ARRAY<STRUCT<line INT, rule STRING, kind STRING, subject STRING, reason STRING>>,"
              + " problems ARRAY<STRUCT<line INT, column INT, kind STRING, message STRING>>,"
              + " failure STRING");

  private static final long serialVersionUID = 1;

  @Override
  public Iterator<Row> call(Iterator<Row> contents) {
    // Transforms are thread-safe and cheap: each partition makes its own.
    Transform transform = Transforms.pythonCaching();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return contents.hasNext();
      }

      @Override
      public Row next() {
        Row content = contents.next();
        return refit(transform, content.getString(0), content.getAs(1));
      }
    };
  }

  private static Row refit(Transform transform, String hash, byte[] content) {
    try {
      Rewrite rewrite = transform.apply(Dockerfile.decode(content));
      return RowFactory.create(
          hash,
          rewrite.changed(),
          rewrite.changed() ? rewrite.after().encode() : null,
          rewrite
              .notes()
              .map(n -> RowFactory.create(n.line(), n.rule(), n.kind().name(), n.subject(), n.reason()))
              .toJavaArray(Row[]::new),
          rewrite
              .before()
              .problems()
              .map(p -> RowFactory.create(p.line(), p.column(), p.kind(), p.message()))
              .toJavaArray(Row[]::new),
          null);
    } catch (RuntimeException e) {
      // One file of a stranger must not end the job of an organisation; the row says what happened.
      return RowFactory.create(hash, false, null, List.of().toArray(), List.of().toArray(), e.toString());
    }
  }
}
