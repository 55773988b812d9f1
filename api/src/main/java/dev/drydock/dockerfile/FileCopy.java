package dev.drydock.dockerfile;

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
    Vector<String> from = Vector.ofAll(sources);
    if (from.isEmpty()) {
      throw new IllegalArgumentException("nothing to put at " + destination);
    }
    return Written.paths(kind, keyword, from.append(destination));
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
  public final boolean link() {
    return switchedOn("link");
  }

  /** The patterns of {@code --exclude}, in order. */
  public final Vector<String> excludes() {
    return flagValues("exclude");
  }

  /** With {@code --chown}: {@code user[:group]}, names or numbers; root where it is not given. */
  public final I withChown(String owner) {
    return self(withFlag("chown", owner));
  }

  /** With {@code --chmod}: octal, such as {@code 755}, or symbolic, such as {@code u=rwX,go=rX}. */
  public final I withChmod(String mode) {
    return self(withFlag("chmod", mode));
  }

  /** With {@code --link}: a layer that does not depend on those before it. */
  public final I withLink() {
    return self(withFlag("link", "true"));
  }

  /** With one more {@code --exclude}: a pattern as in {@code .dockerignore}, relative to the source. */
  public final I withExclude(String pattern) {
    return self(withAddedFlag("exclude", pattern));
  }
}
