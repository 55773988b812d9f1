/** What docs/tutorial.md publishes. */
@org.jspecify.annotations.NullMarked
package dev.acme;
