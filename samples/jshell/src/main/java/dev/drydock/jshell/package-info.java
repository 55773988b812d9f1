/** The JDK's jshell as {@code samples/jshell/drydock} starts it. */
@org.jspecify.annotations.NullMarked
package dev.drydock.jshell;
