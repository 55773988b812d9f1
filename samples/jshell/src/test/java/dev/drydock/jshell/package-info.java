/** Runs the scripts of this directory with the JDK's own tool. */
@org.jspecify.annotations.NullMarked
package dev.drydock.jshell;
