/**
 * The command {@code drydock}, as any user of the library would write it: on what the library exports, and nothing
 * more.
 *
 * <p>Each command takes paths. {@link dev.drydock.fleet.Fleet} finds the files below them and rewrites them; the command
 * is a visitor of each; {@link dev.drydock.cli.Console} takes what there is to say, and remembers how the process is to
 * end.
 *
 * <pre>
 * Main             = RefitCommand | InspectCommand | StatsCommand | ConfigCommand      by the first argument
 * Services         : compose.yaml | docker-bake.json → Service… → their Dockerfiles; ServiceCheck
 * InForce          = Config (drydock.yaml) under what is given → Transform of each file
 * RefitCommand     = PATH… → Refit each → Report (a summary) | NoteList | diffs | a Format; Gate; UndoLog
 * InspectCommand   = PATH… → DockerfileJson each, one line a file
 * StatsCommand     = PATH… → Tally of all notes → table
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.cli;
