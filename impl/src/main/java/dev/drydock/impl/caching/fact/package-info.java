/**
 * What is known of a file. A {@link dev.drydock.impl.caching.fact.FileFacts} is made once for a file and never changes:
 * what few files need is read when it is first asked for, and then kept. Facts judge nothing. Whether something is a
 * reason against a mount is up to the rules.
 *
 * <p>Three questions lead to nearly every fact:
 *
 * <ul>
 *   <li><i>What is so at this RUN?</i> {@link dev.drydock.impl.caching.fact.RunFacts}: its commands, its user, its
 *       mounts, the calls of a package manager. What earlier instructions did to the image is its {@link
 *       dev.drydock.impl.caching.fact.BuildState}, which {@link dev.drydock.impl.caching.fact.BuildStates} finds in one
 *       walk over the file.
 *   <li><i>What is done at this path?</i> {@code file.at("/root/.cache/pip")} gives a {@link
 *       dev.drydock.impl.caching.fact.PathHistory}. The timeline behind it has all effects of the file sorted by path,
 *       so that a path where nothing happens costs a look-up.
 *   <li><i>Which RUN before or after this one?</i> {@link dev.drydock.impl.caching.fact.Occurrences}: the last before it
 *       in its lineage, the first after it in the stages built on its own. The {@link
 *       dev.drydock.impl.caching.fact.StageGraph} knows these without recursion.
 * </ul>
 *
 * <p>Where a call keeps its cache is a {@link dev.drydock.impl.caching.fact.CacheLocation}, or the reason why that cannot
 * be told: a variable that nobody knows, a user without known ids.
 *
 * <p>The cost is linear in the file. So a question that goes through all RUNs is asked once, kept, and looked up for
 * each RUN: {@code file.runsThat(…)}, {@code history.runsThat(…)}.
 *
 * <pre>
 * FileFacts     = Dockerfile StageGraph RunFacts* Timeline
 * RunFacts      = Run Stage Scope order BuildState ShellScript? Invocation* PackageCall* MountPoint*
 *                                                  in an ONBUILD too; order is the order in which RUNs run
 * SpokenText    = what the text says besides mounts and known removals
 * Pipes         : Invocation -> Invocation*       what a command reads
 * Conducts      : Invocation -> Conduct           what a command may do that nobody sees
 * BuildState    = Account* user? WrittenPaths VariablesOfNote     Accounts reads useradd and its like
 * MountPoint    = Mount path
 * KnownImage    = what of all this is told to others: user, root?, accounts, home, packages
 *
 * Timeline      = (RunFacts Invocation Effect)*    in the order of paths
 * StageReader   = COPY --from or a mount from=, and what it takes
 * PathHistory   = directory (RunFacts Act*)*       Act = Invocation Effect
 * Occurrences   = RunFacts*                        lastBefore | firstAfter
 * StageGraph    = (stage root detour*)*            detour: a stage that it may be built on besides its FROM
 *
 * CacheLocation = CacheDirectory path owner? home? parent?   | Unknown cause reason
 * BuildsFolder  = where builds lie in a cache, apart from downloads
 * ContainerCommand = what CMD, ENTRYPOINT and HEALTHCHECK execute
 * BuildInputs   : RunFacts PackageManager -> what decides builds but not their names
 * Environment   = variables at one command         of its script, then of the file
 * GivenVariables = what a call has from a file that its shell reads: {@code . build.env}
 * AssignedPath  = a variable and the path that a command of a RUN sets it to
 * AptConfiguration = what apt does with its archives at a RUN: hook?, whether apt is told to keep them
 * Settings      = what a call is told: options, words after them, NAME=value
 * Configuration = what the file writes into pip.conf, uv.toml and their like
 * WrittenTexts  = (name text)*                    what the file writes into files
 * UnreadText    = kind text                       what a command runs of them, or is given to run
 *
 * tables        = BaseImage | ImageAccount | Distributions     images by name
 *               | ImageRepositories                whose repositories images have
 *               | RootProof                        what only root may do
 *               | KeywordCase                      how the file spells its keywords
 *               | Frontend                         what a syntax directive's image can do
 *               | AptArchives                      what may configure apt
 *               | PlatformArguments                the variables that an id may name
 *               | Shells                           which shell reads a RUN
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.caching.fact;
