/** Trees of files, as fleets. */
@org.jspecify.annotations.NullMarked
package dev.drydock.fleet;
