/**
 * Dockerfiles as immutable values.
 *
 * <p>A {@link dev.drydock.dockerfile.Dockerfile} is a flat sequence of {@link dev.drydock.dockerfile.Construct}s:
 * parser directives, comments, blank lines and instructions. Each owns its complete text, and the texts one after
 * the other are the file. There is no printer, so nothing can be lost in printing.
 *
 * <h2>Reading</h2>
 *
 * <pre>{@code
 * Dockerfile file = Dockerfile.read(Path.of("Dockerfile"));   // or parse(text), or decode(bytes)
 * file.problems();                                            // what BuildKit would refuse, with line and column
 * file.requireValid();                                        // or an exception that shows it
 * }</pre>
 *
 * <p>Any text can be read. A line that BuildKit does not know is an {@link
 * dev.drydock.dockerfile.UnknownInstruction}; views of an instruction that is wrong show what could be read. Bytes
 * that are not UTF-8 are read as ISO-8859-1, so that writing gives the same bytes back.
 *
 * <h2>Looking</h2>
 *
 * <p>Everything typed is a view, read on first use: {@link dev.drydock.dockerfile.Run#mounts()}, {@link
 * dev.drydock.dockerfile.Run#script()}, {@link dev.drydock.dockerfile.From#image()}, {@link
 * dev.drydock.dockerfile.Dockerfile#stages()}. Values are as written; a {@link dev.drydock.dockerfile.Scope} says
 * what is in force at a construct, and expands what is known there.
 *
 * <pre>{@code
 * for (Stage stage : file.stages()) {
 *   stage.rootImage();                                        // the image that its lineage begins with
 *   for (Instruction instruction : stage.instructions()) {
 *     file.scope(instruction).user();                         // the user that USER has named
 *   }
 * }
 * }</pre>
 *
 * <p>A construct has no position. The file that it is in knows its index and its line, and tells constructs apart by
 * identity: the same line twice is two constructs, which are equal.
 *
 * <h2>Writing</h2>
 *
 * <p>{@link dev.drydock.dockerfile.Vocabulary} has a word for each instruction, and each step is a file:
 *
 * <pre>{@code
 * Dockerfile.from("python:3.12-slim").as("build")
 *     .copy("requirements.txt", ".")
 *     .run(Run.of("pip install -r requirements.txt").mount(CacheMount.at("/root/.cache/pip")))
 *     .andFrom("python:3.12-slim")
 *     .copy(Copy.of("/app", "/app").from("build").link())
 * }</pre>
 *
 * <p>A flag is set by its own name ({@code link()}); an argument is replaced by {@code with…} ({@code
 * from.withImage("python:3.13")}). A factory refuses what BuildKit would refuse, or read as something else.
 *
 * <h2>Changing</h2>
 *
 * <p>A construct gives another one ({@code run.mount(CacheMount.at("/cache"))}), and a file another file ({@code
 * file.replace(run, other)}). What was not touched stays the same instance. A file always equals its own re-parse:
 * new constructs are laid out in its line ending and escape character, and what would be read differently in its
 * place is an {@link java.lang.IllegalArgumentException}. For changes with reasons see {@link
 * dev.drydock.transform}.
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * Dockerfile      = Construct*                       text, encoding, escape character, line ending
 * Construct       = ParserDirective | Comment | BlankLine | Instruction
 * ParserDirective = name value                       syntax, escape, check; live ones only
 * Comment         = words
 * Instruction     = keyword Flag* argument* Heredoc*  over one or more lines
 *                 : From | Run | Copy | Add | Env | Arg | Label | Expose | User | Workdir | Entrypoint | Cmd
 *                 | Shell | Volume | StopSignal | HealthCheck | OnBuild | Maintainer | UnknownInstruction
 * OnBuild         = Instruction
 * Flag            = name value? Span
 * Run             = Mount* ShellScript?              the script is in dev.drydock.shell
 * Mount           = CacheMount | BindMount | TmpfsMount | SecretMount | SshMount
 * Heredoc         = name expand chomp fileDescriptor content
 * From            = ImageReference name? platform?
 * ImageReference  = repository tag? digest?
 * FrontendReference = ImageReference                 version?
 *
 * Stage           = From Instruction*                a view; parent? children* lineage+
 * Scope           = FrontendReference? stageNumber variable* user? workdir? shell+
 * Problem         = kind line column message
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.dockerfile;
