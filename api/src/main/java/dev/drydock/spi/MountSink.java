package dev.drydock.spi;

/** Hears the fields of one {@code --mount} value, in order, as written but for CSV quoting. */
public interface MountSink {

  /** One field; {@code key} is lower-cased, {@code value} is {@code null} for a bare key such as {@code ro}. */
  void field(String key, @org.jspecify.annotations.Nullable String value);

  /** The value is not a record that BuildKit accepts; the fields before the fault were reported. */
  void malformed(String reason);
}
