package dev.drydock.benchmarks.freeze;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Writes frozen files, compressed; {@link FreezeReader} reads them again. Equal outcomes of a file are written once. */
final class FreezeWriter implements AutoCloseable {

  static final String FORMAT = "drydock freeze 1";

  /** Less than the 65,535 bytes that one string of the format may have, at three bytes a character. */
  private static final int PIECE = 20_000;

  private final DataOutputStream out;
  private final List<String> transforms;

  FreezeWriter(Path file, Set<String> transforms) throws IOException {
    this.transforms = List.copyOf(transforms);
    out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)));
    out.writeUTF(FORMAT);
    out.writeInt(this.transforms.size());
    for (String transform : this.transforms) {
      out.writeUTF(transform);
    }
  }

  void write(FrozenFile file) throws IOException {
    out.writeBoolean(true);
    out.writeUTF(file.input().name());
    text(file.input().text());
    List<Outcome> written = new ArrayList<>();
    for (String transform : transforms) {
      Outcome outcome = file.outcomes().getOrDefault(transform, new Outcome("", List.of()));
      int known = written.indexOf(outcome);
      out.writeShort(known < 0 ? written.size() : known);
      if (known < 0) {
        outcome(file.input().text(), outcome);
        written.add(outcome);
      }
    }
  }

  /** Of the text only what is between the beginning and the end that it has in common with the text before. */
  private void outcome(String before, Outcome outcome) throws IOException {
    String after = outcome.text();
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    out.writeInt(start);
    out.writeInt(end);
    text(after.substring(start, after.length() - end));
    out.writeInt(outcome.notes().size());
    for (Outcome.NoteParts note : outcome.notes()) {
      text(note.decision());
      text(note.reason());
    }
  }

  private void text(String text) throws IOException {
    out.writeInt(text.length());
    for (int at = 0; at < text.length(); at += PIECE) {
      out.writeUTF(text.substring(at, Math.min(text.length(), at + PIECE)));
    }
  }

  @Override
  public void close() throws IOException {
    out.writeBoolean(false);
    out.close();
  }
}
