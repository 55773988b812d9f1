/** The recipes of docs/cookbook.md, and what proves them. */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.cookbook;
