/** Package. */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.read;
