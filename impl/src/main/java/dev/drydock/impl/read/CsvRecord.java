package dev.drydock.impl.read;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One line of comma-separated values, as {@code tonistiigi/go-csvvalue} reads it for BuildKit. */
final class CsvRecord {

  private CsvRecord() {}

  /**
   * Hands over each field with its quotes removed.
   *
   * @return what is wrong with the record, after the fields before the fault; {@code null} if nothing is
   */
  static @Nullable String read(String record, Consumer<String> fields) {
    int end = record.length();
    if (end > 0 && record.charAt(end - 1) == '\n') {
      end -= end > 1 && record.charAt(end - 2) == '\r' ? 2 : 1;
    }
    if (end == 0) {
      return "the value is empty";
    }
    int at = 0;
    while (true) {
      int next;
      if (at < end && record.charAt(at) == '"') {
        next = quoted(record, at, end, fields);
        if (next < 0) {
          return "parse error on line 1, column " + -next + ": extraneous or missing \" in quoted-field";
        }
      } else {
        next = record.indexOf(',', at);
        next = next < 0 || next > end ? end : next;
        int quote = record.indexOf('"', at);
        if (quote >= 0 && quote < next) {
          return "parse error on line 1, column " + (quote + 1) + ": bare \" in non-quoted-field";
        }
        fields.accept(record.substring(at, next));
      }
      if (next == end) {
        return null;
      }
      at = next + 1;
    }
  }

  /** Reads a quoted field and returns where the comma behind it lies; at a fault, its negative column. */
  private static int quoted(String record, int start, int end, Consumer<String> fields) {
    StringBuilder field = new StringBuilder();
    int at = start + 1;
    while (true) {
      int quote = record.indexOf('"', at);
      if (quote < 0 || quote >= end) {
        return -(at + 1);
      }
      field.append(record, at, quote);
      if (quote + 1 == end || record.charAt(quote + 1) == ',') {
        fields.accept(field.toString());
        return quote + 1;
      }
      if (record.charAt(quote + 1) != '"') {
        return -(quote + 1);
      }
      field.append('"');
      at = quote + 2;
    }
  }
}
