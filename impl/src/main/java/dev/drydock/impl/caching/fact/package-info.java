/**
 * What is known of a file and of the image that it builds, read once and immutable.
 *
 * <p>{@link dev.drydock.impl.caching.fact.FileAccounts} walks over a file and keeps, for each construct, what was done to
 * the image before it: who RUN runs as, which accounts there are, what was written. {@link
 * dev.drydock.impl.caching.fact.Distributions} tells the distribution of an image by its name.
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * FileAccounts  = AccountState*                      one for each construct
 * AccountState  = Account? Account* written*
 * Distributions = ImageReference -> Distribution?
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.caching.fact;
