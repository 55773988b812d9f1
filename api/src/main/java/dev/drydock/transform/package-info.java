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
 * <p>{@link dev.drydock.transform.Transform#each} also visits what an ONBUILD holds. {@link
 * dev.drydock.transform.Transform#eachBaseImage} visits base images alone, and no names of stages; {@link
 * dev.drydock.transform.Transform#eachCommand} the calls of a program, wherever the shell reader finds them; {@link
 * dev.drydock.transform.Transform#eachStage} a stage at a time, {@link dev.drydock.transform.Transform#edits} the whole
 * file. In the last two an edit names its construct with {@code at(…)}. {@link dev.drydock.transform.Transform#of} takes
 * any function and finds out what changed.
 *
 * <p>Whatever the functions do, a transform is total. Where one throws or gives {@code null}, a warning says which, where
 * and why, and all else is done. An edit that cannot be made is not made, and a note says so: a comment that would come
 * to life as a parser directive, a line after a dangling escape, a second edit of the same characters.
 *
 * <h2>Put together</h2>
 *
 * <pre>{@code
 * Transform acme = Transform.sequence(labelled, Transforms.pythonCaching())
 *     .when(file -> file.problems().isEmpty())
 *     .inStage("runtime")
 *     .except("mount-cache/pip/*")
 *     .named("acme");
 * }</pre>
 *
 * <p>The order is that of the words: first {@code labelled}, then the next on what it gave. {@link
 * dev.drydock.transform.Transform#identity} is the unit. Lines and spans in notes are those of the file that went in
 * first, through any composition.
 *
 * <h2>Taken apart</h2>
 *
 * <p>Notes, edits and constructs are linked. A reviewer takes one suggestion and refuses another:
 *
 * <pre>{@code
 * rewrite.edits(note);                                               // the text edits that it stands for
 * rewrite.only(note -> note.rule().startsWith("mount-cache/"));      // just these
 * rewrite.origin(construct);                                         // where a construct came from
 * Rule.of(note).map(Rule::page);                                     // docs/rules/mount-cache-inert.md
 * }</pre>
 *
 * <p>What was done to one construct hangs together: it is made as a whole or not at all. Edits are taken by themselves
 * where they were made {@link dev.drydock.transform.Edit#apart}, as those of {@code eachCommand} are.
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
 * Transform      = Dockerfile -> Rewrite, with a name
 *                : identity | of | each | eachStage | eachBaseImage | eachCommand | edits
 *                | sequence | andThen | when | unless | inStage | except | named | untilStable
 *                | within a Budget                  characters, commands, nesting
 * CommandCall    = Run SimpleCommand Scope          runs, has, word, operands
 *                : word… -> Edit                    replace, insertAfter, assign, edit
 * Rewrite        = before after Note*               changed, edits, only, origin, undo, diff, explain
 * Edit           = keep | replace | before | after | remove, with reasons, at a construct, apart
 * Note           = kind rule line span subject reason   CHANGED, KEPT or WARNING
 * Rule           = id title page                    Drydock's own are in docs/rules
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.transform;
