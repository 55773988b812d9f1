/**
 * Rewrites of Dockerfiles, and how they are put together.
 *
 * <p>A {@link dev.drydock.transform.Transform} is a pure function from a file to a {@link
 * dev.drydock.transform.Rewrite}: the file before, the file after, and notes on why.
 *
 * <pre>{@code
 * Rewrite rewrite = Transforms.pythonCaching().apply(Dockerfile.read(path));
 * rewrite.diff();        // unified
 * rewrite.explain();     // a line for each note
 * rewrite.undo();        // the file before, byte for byte
 * }</pre>
 *
 * <h2>Made of edits</h2>
 *
 * <p>Most transforms look at constructs of one kind and answer with an {@link dev.drydock.transform.Edit}. Leaving
 * alone and removing are values too, and each has a reason:
 *
 * <pre>{@code
 * Transform labelled = Transform.each(Maintainer.class, (maintainer, scope) -> Edit
 *     .replace(Label.of("maintainer", maintainer.name()))
 *     .because("acme/labelled", maintainer.name(), "MAINTAINER is deprecated"));
 * }</pre>
 *
 * <p>{@link dev.drydock.transform.Transform#each} also visits what an ONBUILD holds; {@link
 * dev.drydock.transform.Transform#eachStage} sees a stage at a time, {@link
 * dev.drydock.transform.Transform#edits} the whole file, and there an edit names its construct with {@code at(…)}.
 * {@link dev.drydock.transform.Transform#of} takes any function and finds out what changed.
 *
 * <h2>Put together</h2>
 *
 * <pre>{@code
 * Transform all = Transform.sequence(labelled, Transforms.pythonCaching())
 *     .when(file -> file.problems().isEmpty())
 *     .named("acme");
 * }</pre>
 *
 * <p>The order is that of the words: first {@code labelled}, then the next on what it gave. {@link
 * dev.drydock.transform.Transform#identity} is the unit. Lines in notes are lines of the file that went in first,
 * through any composition.
 *
 * <h2>What holds</h2>
 *
 * <p>Composition is associative, notes included. A transform with nothing to change gives back the very instance it
 * was given. Constructs without a note of change stay the same instances. What comes out is read again as itself,
 * can be undone, and keeps line endings, escape character and encoding. The built-in transforms are idempotent, and
 * bring no problem that was not there; {@code dev.drydock.caching} has them. The module {@code dev.drydock.laws} checks all this for any transform.
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * Transform      = Dockerfile -> Rewrite
 *                : identity | of | each | eachStage | edits
 *                | sequence | andThen | when | named | untilStable
 * Rewrite        = before after Note*               changed, edits, undo, diff, explain
 * Edit           = keep | replace | before | after | remove, with a reason, at a construct
 * Note           = kind rule line subject reason    CHANGED, KEPT or WARNING; rules are in docs/rules
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.transform;
