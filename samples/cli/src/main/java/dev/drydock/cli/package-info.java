/**
 * The command {@code drydock}, as any user of the library would write it: on what the library exports, and nothing
 * more.
 *
 * <p>Each command takes paths. {@link dev.drydock.cli.DockerfileSearch} finds the files below them, one at a time;
 * the command does its work on each; {@link dev.drydock.cli.Console} takes what there is to say, and remembers how
 * the process is to end.
 *
 * <pre>
 * Main             = RefitCommand | InspectCommand | StatsCommand      by the first argument
 * RefitCommand     = PATH… → DockerfileSearch → Refit each → Report
 * InspectCommand   = PATH… → DockerfileSearch → DockerfileJson each, one line a file
 * StatsCommand     = PATH… → DockerfileSearch → Tally of all notes → table
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.cli;
