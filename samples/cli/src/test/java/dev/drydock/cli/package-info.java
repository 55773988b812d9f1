/** Calls the command as a person does: arguments and files in, output and exit status out. */
@org.jspecify.annotations.NullMarked
package dev.drydock.cli;
