package dev.drydock.dockerfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.UUID;

/** The one place of the library that touches files. */
final class DockerfileFiles {

  private DockerfileFiles() {}

  /** A text and the encoding that gives its bytes back. */
  record Decoded(String text, Charset encoding) {}

  static Decoded read(Path file) {
    try {
      return decode(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(reason("read", file, e), e);
    }
  }

  /** UTF-8 where the bytes are that, else ISO-8859-1, which any bytes are. */
  static Decoded decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Decoded(text, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
  }

  static byte[] encode(String text, Charset encoding) {
    try {
      ByteBuffer bytes = encoding.newEncoder().encode(CharBuffer.wrap(text));
      byte[] result = new byte[bytes.remaining()];
      bytes.get(result);
      return result;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the text holds a character that " + encoding + " has no bytes for", e);
    }
  }

  /**
   * Writes all of it or nothing: to a temporary file in the same directory, with the permissions and the owner of
   * the file that it then replaces. A symbolic link stays one: what it leads to is replaced.
   */
  static void write(Path file, byte[] bytes) {
    try {
      boolean replaces = Files.exists(file);
      Path target = replaces ? file.toRealPath() : file.toAbsolutePath();
      if (replaces && !writable(target)) {
        throw new AccessDeniedException(target.toString(), null, "the file is read-only");
      }
      Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
      try {
        Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW);
        if (replaces) {
          copyAttributes(target, temporary);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(reason("write", file, e), e);
    }
  }

  /** Whether the file says so itself: root may write anything, but a read-only file is meant. */
  private static boolean writable(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    boolean marked =
        view == null || view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
    return marked && Files.isWritable(file);
  }

  private static void copyAttributes(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes attributes = view.readAttributes();
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (!target.getOwner().equals(attributes.owner())) {
      target.setOwner(attributes.owner());
    }
    if (!target.readAttributes().group().equals(attributes.group())) {
      target.setGroup(attributes.group());
    }
    target.setPermissions(attributes.permissions());
  }

  private static String reason(String verb, Path file, IOException e) {
    String what = String.valueOf(e.getMessage());
    if (Files.isDirectory(file)) {
      what = "it is a directory";
    } else if (e instanceof NoSuchFileException) {
      what = "no such file";
    } else if (e instanceof FileSystemException known && known.getReason() != null) {
      what = known.getReason();
    } else if (e instanceof AccessDeniedException) {
      what = "permission denied";
    }
    return "cannot " + verb + " " + file + ": " + what;
  }
}
