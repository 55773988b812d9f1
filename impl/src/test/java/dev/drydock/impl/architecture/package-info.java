/** The walls of the house, each held by a test. */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.architecture;
