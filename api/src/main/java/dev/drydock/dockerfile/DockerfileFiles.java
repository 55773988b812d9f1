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
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one place of the library that touches files. */
final class DockerfileFiles {

  /** For each permission of a file's group that of everybody. */
  private static final Map<PosixFilePermission, PosixFilePermission> OF_GROUP =
      Map.of(
          PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ,
          PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

  private static final FileAttribute<?>[] NOTHING_SPECIAL = {};

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
   * Writes all of it or nothing: to a temporary file in the same directory, with the permissions, the owner and the
   * extended attributes of the file that it then replaces, and until then for its owner alone. A symbolic link stays one:
   * what it leads to is replaced, and one that leads to no file is refused.
   */
  static void write(Path file, byte[] bytes) {
    try {
      boolean replaces = Files.exists(file);
      if (!replaces && Files.isSymbolicLink(file)) {
        throw new FileSystemException(file.toString(), null, "it is a symbolic link that leads to no file");
      }
      Path target = replaces ? file.toRealPath() : file.toAbsolutePath();
      if (replaces && !writable(target)) {
        throw new AccessDeniedException(target.toString(), null, "the file is read-only");
      }
      Path temporary = target.resolveSibling(".drydock-" + UUID.randomUUID() + ".tmp");
      try {
        Files.createFile(temporary, replaces ? forOwnerAlone(target) : NOTHING_SPECIAL);
        Files.write(temporary, bytes, StandardOpenOption.WRITE);
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

  /** What makes a new file one that only its owner may read, where the file system of another one knows that. */
  private static FileAttribute<?>[] forOwnerAlone(Path other) {
    boolean isKnown = Files.getFileAttributeView(other, PosixFileAttributeView.class) != null;
    return isKnown
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : NOTHING_SPECIAL;
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
    boolean ofGroup = target.readAttributes().group().equals(attributes.group()) || hasGroup(target, attributes.group());
    target.setPermissions(ofGroup ? attributes.permissions() : withoutGroup(attributes.permissions()));
    copyExtendedAttributes(from, to);
  }

  /** Whether the file could be given to this group: only root gives files to a group that is not its own. */
  private static boolean hasGroup(PosixFileAttributeView file, GroupPrincipal group) {
    try {
      file.setGroup(group);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A group that was never asked may do what everybody may. */
  private static Set<PosixFilePermission> withoutGroup(Set<PosixFilePermission> permissions) {
    Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
    others.addAll(permissions);
    others.removeAll(OF_GROUP.keySet());
    OF_GROUP.forEach((group, other) -> {
      if (permissions.contains(group) && permissions.contains(other)) {
        others.add(group);
      }
    });
    return others;
  }

  private static void copyExtendedAttributes(Path from, Path to) throws IOException {
    UserDefinedFileAttributeView view = Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
    UserDefinedFileAttributeView target = Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
    for (String name : names(view)) {
      ByteBuffer value = ByteBuffer.allocate(view.size(name));
      view.read(name, value);
      target.write(name, value.flip());
    }
  }

  /** The names of a file's own attributes; none where the file system has none. */
  private static List<String> names(@Nullable UserDefinedFileAttributeView view) {
    try {
      return view == null ? List.of() : view.list();
    } catch (IOException e) {
      return List.of();
    }
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
