/**
 * The laws of transforms: what a team checks of its own transform by implementing one interface.
 *
 * <pre>{@code
 * class PinsBaseImagesTest implements TransformLaws {
 *   public Transform transform() {
 *     return new PinsBaseImages();
 *   }
 * }
 * }</pre>
 *
 * <p>{@link dev.drydock.laws.TransformLaws} has every law that speaks of one transform as a jqwik property; {@link
 * dev.drydock.laws.CompositionLaws} the same without idempotence, for a composition that does not promise it. {@link
 * dev.drydock.laws.Laws} has each law as a plain method, for files of one's own. The other contracts: {@link
 * dev.drydock.laws.ReadingLaws} of reading and writing, {@link dev.drydock.laws.CommutationLaws} of a pair of
 * transforms, {@link dev.drydock.laws.GeneratorLaws} of the generator itself.
 *
 * <p>jqwik tells at length of properties that hold. With these lines in {@code src/test/resources/junit-platform.properties}
 * a suite that passes says next to nothing:
 *
 * <pre>
 * jqwik.reporting.onlyfailures = true
 * jqwik.failures.after.default = SAMPLE_FIRST
 * jqwik.database =
 * </pre>
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * TransformLaws   = CompositionLaws idempotence
 * CompositionLaws = identity associativity sameInstance locality reparseStability reversibility
 *                   noNewProblems conservation determinism totality meaning choice
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.laws;
