/**
 * Places in a text, and edits of it. This package knows nothing of Dockerfiles.
 *
 * <p>Every part of an instruction says where it stands with a {@link dev.drydock.text.Span}, and a rewrite says what
 * it did to the text with {@link dev.drydock.text.TextEdit}s:
 *
 * <pre>{@code
 * flag.span().of(run.text());                       // the flag as written
 * TextEdit.apply(before, rewrite.edits());          // the text after
 * }</pre>
 *
 * <p>Offsets count UTF-16 code units, as {@link java.lang.String} does, and ends are exclusive.
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * Span     = start end
 * TextEdit = start end replacement
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.text;
