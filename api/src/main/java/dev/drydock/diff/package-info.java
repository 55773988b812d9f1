/**
 * Compares two texts. Internal: not exported; a rewrite shows its results as text edits and as a unified diff.
 *
 * <p>{@link dev.drydock.diff.Matching} finds which elements of one sequence stand again in another. {@link
 * dev.drydock.diff.LineDiff} asks it about lines and gives the runs of lines that differ. {@link
 * dev.drydock.diff.UnifiedDiff} writes those as {@code diff -u} does.
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * Matching    = index before or -1, for each element after
 * LineDiff    = line* line* Hunk*                    TextEdit*
 * Hunk        = lines before, lines after
 * UnifiedDiff = text
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.diff;
