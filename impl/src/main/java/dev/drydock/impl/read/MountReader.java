package dev.drydock.impl.read;

import dev.drydock.spi.MountSink;
import java.util.Locale;

/** Reads one value of {@code RUN --mount}: {@code frontend/dockerfile/instructions/commands_runmount.go}. */
public final class MountReader {

  private MountReader() {}

  public static void read(String value, MountSink sink) {
    String fault = CsvRecord.read(value, field -> report(field, sink));
    if (fault != null) {
      sink.malformed(fault);
    }
  }

  private static void report(String field, MountSink sink) {
    int equals = field.indexOf('=');
    String key = equals < 0 ? field : field.substring(0, equals);
    sink.field(key.toLowerCase(Locale.ROOT), equals < 0 ? null : field.substring(equals + 1));
  }
}
