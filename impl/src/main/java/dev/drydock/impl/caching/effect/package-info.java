/**
 * What one command does, as far as a decision about a cache may ask. This is the lowest floor: it knows commands and
 * paths, and nothing of files, stages or rules.
 *
 * <p>An {@link dev.drydock.impl.caching.effect.Invocation} is a command as the call of a program: its words with their
 * values, and the directories it may stand in. {@link dev.drydock.impl.caching.effect.Programs} is the table that turns
 * an invocation into effects, each at a place:
 *
 * <pre>
 * rm -rf /root/.cache     Removes /root/.cache; Displaces /root/.cache
 * mkdir /opt/pip          Creates /opt/pip, only where there is none
 * cp /a /b                Walks /a and takes it; Replaces /b; Uses both
 * myprogram /opt/pip      Uses /opt/pip: a program that is not in the table may read and write what it is given
 * </pre>
 *
 * <p>A {@link dev.drydock.impl.caching.effect.Place} may be several paths, a pattern, or not known. {@link
 * dev.drydock.impl.caching.effect.Paths} compares paths and patterns; {@link dev.drydock.impl.caching.effect.Options}
 * reads options however they are spelled. What a removal does to one directory is asked of its {@link
 * dev.drydock.impl.caching.effect.Removal}: {@code rm /c/*} empties {@code /c}, {@code rm -r /c} removes it.
 *
 * <p>A call of a package manager is a {@link dev.drydock.impl.caching.effect.PackageCall}. What it means is read from
 * the package manager's value, never from a branch for one tool.
 *
 * <p>Besides its effects, which its words tell, a command may do what nobody sees: call a package manager, write below a
 * home directory. That is its {@link dev.drydock.impl.caching.effect.Conduct}. A {@link
 * dev.drydock.impl.caching.effect.ProgramWorld} finds it in a table of programs; what is in no table may do anything.
 *
 * <p>A command does not know the RUN around it. What it needs from there, it asks its {@link
 * dev.drydock.impl.caching.effect.Surroundings}.
 *
 * <p><b>To teach a program</b>: one line in {@code known-programs.txt}, with its source. If it treats files in a way of its
 * own, also one line in {@code Programs}, with the manual page that says so.
 *
 * <pre>
 * Invocation       = SimpleCommand name Argument* directory*
 * Argument         = text value? Place
 * Place            = path* mayBeElsewhere            paths may be patterns; UNKNOWN is nowhere in particular
 *
 * Programs         : Invocation Surroundings -> Effect*
 * Effect           = Uses | UsesNames | Mentions | Lists | Tests       what is there matters
 *                  | Creates | Fills | NeedsEmpty | Walks | Replaces   what is there matters, and changes
 *                  | CreatesSomewhere                          the same, where its directory is not known
 *                  | NeedsToRemove | Displaces | Removes               it goes
 *                  | Gives                                             it becomes somebody else's
 *
 * Removes          = Place Removal
 * Removal          = Rm | Find | DistClean | HeldCommand          HeldCommand: a variable holds the command
 *                  | FedRemoval | ListedRemoval | PipenvClear    ListedRemoval: ls tells another command what to remove
 * Removal.Outcome  = NOTHING | EMPTIED | REMOVED | UNKNOWN
 *
 * ProgramWorld     : Invocation -> Conduct
 * Conduct          = HARMLESS | KEEPS_FILES | RUNS_PROJECT | CALLS_PACKAGES | UNKNOWN_PROGRAM | UNREAD
 *
 * PackageCall      = PackageManager Invocation Purpose
 * LongOptions      : PackageManager Argument -> Argument      an option that is cut short, in full
 * Surroundings     = value of a variable? directories that are spoken of, programs that run
 * PathsInText      = path*                           of a text whose language is not known
 *
 * tables           = Programs | BuiltInPrograms, in known-programs.txt | FileWriters | ProgramNames | ImageDirectories | BuildSettingNames
 *                  | HarmlessVariables
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.caching.effect;
