package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What {@link Copy} and {@link Add} have in common: sources are put at a destination in the image.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/commands.go}, {@code SourcesAndDest}.
 *
 * @param <I> the instruction itself, so that each change of it gives one of its kind
 */
public abstract sealed class FileCopy<I extends FileCopy<I>> extends Instruction permits Copy, Add {

  FileCopy(Source source, int start, int end) {
    super(source, start, end);
  }

  /** The instruction of these paths; the JSON form where a path holds a blank. */
  static <I extends FileCopy<I>> I of(Class<I> kind, String keyword, Iterable<String> sources, String destination) {
    Vector<String> from = Vector.ofAll(Given.noneNull(sources, "sources"));
    Words.line(destination, "destination", "a path in the image");
    if (from.isEmpty()) {
      throw Given.refused("sources", "at least one path to put at " + destination, from.mkString("[", ", ", "]"));
    }
    from.forEach(source -> Words.line(source, "sources", "paths of the build context"));
    return InstructionWriter.paths(kind, keyword, from.append(destination));
  }

  /** This instruction, or one made of it, as what it is. */
  abstract I self(Instruction made);

  /** What is copied: paths, globs, URLs, or the names of heredocs; all arguments but the last. */
  public final Vector<String> sources() {
    return arguments().dropRight(1);
  }

  /** Where to: the last argument; relative to WORKDIR where it is not absolute. */
  public final String destination() {
    return arguments().lastOption().getOrElse("");
  }

  /** {@code --chown=user:group}, as written. */
  public final Option<String> chown() {
    return flag("chown");
  }

  /** {@code --chmod}, as written: octal, or symbolic with newer frontends. */
  public final Option<String> chmod() {
    return flag("chmod");
  }

  /** {@code --link}: the layer does not depend on those before it. */
  public final boolean isLinked() {
    return switchedOn("link");
  }

  /** The patterns of {@code --exclude}, in order. */
  public final Vector<String> excludes() {
    return flagValues("exclude");
  }

  /** With {@code --chown}: {@code user[:group]}, names or numbers; root where it is not given. */
  public final I chown(String owner) {
    return self(withFlag("chown", Words.flag(owner, "owner", "user[:group], names or numbers")));
  }

  /** With {@code --chown} and these numbers. */
  public final I chown(int uid, int gid) {
    Given.atLeast(0, uid, "uid", "it is a user's number");
    return chown(uid + ":" + Given.atLeast(0, gid, "gid", "it is a group's number"));
  }

  /** With {@code --chmod}: octal, such as {@code 755}, or symbolic, such as {@code u=rwX,go=rX}. */
  public final I chmod(String mode) {
    return self(withFlag("chmod", Words.flag(mode, "mode", "a file mode: octal as 755, or symbolic as u=rwX,go=rX")));
  }

  /** With {@code --link}: a layer that does not depend on those before it. */
  public final I link() {
    return self(withSwitch("link"));
  }

  /** With one more {@code --exclude}: a pattern as in {@code .dockerignore}, relative to the source. */
  public final I exclude(String pattern) {
    return self(withAddedFlag("exclude", Words.flag(pattern, "pattern", "a pattern of paths")));
  }

  /** With another path in the place of this source, counted from 0; the rest keeps its text. */
  public final I withSource(int index, String source) {
    Words.line(source, "source", "a path of the build context");
    Given.atLeast(0, index, "index", "it counts sources");
    if (index >= sources().size()) {
      throw Given.refused("index", "that of a source: " + sources().mkString(", "), index);
    }
    return self(withArgument(index, "source", source));
  }

  /** With another destination; the rest keeps its text. */
  public final I withDestination(String destination) {
    Words.line(destination, "destination", "a path in the image");
    return self(withArgument(arguments().size() - 1, "destination", destination));
  }
}
