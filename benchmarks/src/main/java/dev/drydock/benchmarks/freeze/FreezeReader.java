package dev.drydock.benchmarks.freeze;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FreezeWriter} wrote, one frozen file after the other. */
final class FreezeReader implements AutoCloseable {

  private final DataInputStream in;
  private final List<String> transforms = new ArrayList<>();

  FreezeReader(Path file) throws IOException {
    in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16)));
    String format = in.readUTF();
    if (!format.equals(FreezeWriter.FORMAT)) {
      throw new IOException(file + " is no freeze of this format: " + format);
    }
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      transforms.add(in.readUTF());
    }
  }

  /** The names of the transforms whose outcomes are in the file. */
  List<String> transforms() {
    return transforms;
  }

  /** The next file; {@code null} after the last. */
  @Nullable FrozenFile next() throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    Input input = new Input(in.readUTF(), text());
    List<Outcome> distinct = new ArrayList<>();
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (String transform : transforms) {
      int index = in.readUnsignedShort();
      if (index == distinct.size()) {
        distinct.add(outcome(input.text()));
      }
      outcomes.put(transform, distinct.get(index));
    }
    return new FrozenFile(input, outcomes);
  }

  private Outcome outcome(String before) throws IOException {
    int start = in.readInt();
    int end = in.readInt();
    String between = text();
    boolean same = between.isEmpty() && start + end == before.length();
    String after = same ? before : before.substring(0, start) + between + before.substring(before.length() - end);
    int count = in.readInt();
    List<Outcome.NoteParts> notes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      notes.add(new Outcome.NoteParts(text(), text()));
    }
    return new Outcome(after, notes);
  }

  private String text() throws IOException {
    int length = in.readInt();
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(in.readUTF());
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
