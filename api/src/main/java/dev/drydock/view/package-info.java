/**
 * How views are kept. Internal: not exported.
 *
 * <p>Text is the truth, and everything typed is a view of it. A view is read when somebody first asks and then kept
 * in a {@link dev.drydock.view.View}, so that it is read once and is the same instance for everybody, in all threads.
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * View = value?
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.view;
