/**
 * The rules: one file each, named like its page in {@code docs/rules} and its test. {@code RemovesMountPoint}, {@code
 * mount-cache-removes-mount-point.md} and {@code RemovesMountPointTest} are one rule.
 *
 * <p>A rule is given a {@link dev.drydock.impl.caching.rule.Candidate}, the facts, and what was decided for earlier
 * RUNs. It answers with a {@link dev.drydock.impl.caching.rule.Finding} or with nothing, and changes nothing:
 *
 * <pre>{@code
 * final class Windows implements RunObjection {
 *   public String rule() {
 *     return RULE;                            // its id, with a star for the package manager
 *   }
 *
 *   public Option<Finding> to(Candidate candidate) {
 *     return candidate.run().image().isWindows() ? Option.some(Finding.kept(…)) : Option.none();
 *   }
 * }
 * }</pre>
 *
 * <p>A rule that declines a mount is an <i>objection</i>. {@link dev.drydock.impl.caching.rule.Objections} has all of them
 * in one order, the cheap before the dear, and the first that has a reason gives it. The other rules say what was done
 * or what a person should know.
 *
 * <p><b>To add a rule</b>: its file, its line in {@code Objections}, its page, its test. CONTRIBUTING has the steps.
 *
 * <pre>
 * Objections    = Objection*                                    in the order in which they are asked
 * Objection     = Concealed | CallObjection | RunObjection | CacheObjection | LocationObjection
 *   CallObjection     : RunFacts PackageManager -> Finding?          why no call was seen
 *   Concealed         : FileFacts RunFacts PackageManager -> Finding?  the call is in what no command shows
 *   RunObjection      : Candidate -> Finding?                        against any mount in the RUN
 *   CacheObjection    : Candidate CacheLocation Decided -> Finding?  against the mount of one cache
 *   LocationObjection : Unknown -> Finding?                          where the cache lies is not known
 *
 * Candidate     = RunFacts PackageManager PackageCall* Frontend
 * Decided       = what was decided so far: mounts of lists, caches left in the image, steps that make directories
 * Finding       = kind rule subject reason                      CHANGED, KEPT or WARNING
 *
 * of a call     = NonPosixShell | Interpreter | UnreadCall | Concealed
 * of a RUN      = NoDownload | PackageLists | UnreadCall | AnotherApt | Windows | OldFrontend | Occupied | Content
 *               | RefusedSetting | LocalSources | BuildSettings
 * of a cache    = AlreadyMounted | Occupied | OldFrontend | PackageLists | Content | Reader | CacheUsedInPlace
 *               | RunTime | RemovesMountPoint | CleanupHook | ForeignRepository | Parents | MountId
 * of a place    = BuildSettings | CacheUser | Relocated
 * what was done = Mounted | Narrowed | IdArgument | Dropped | Stuck
 * what to know  = Inert | DefeatingEnvironment | UserUnknown | HomeUnknown
 *
 * StandingMount = a mount that the file has, PackageManager CacheDirectory*
 * MountFault    = UnexpandedHome | Marks | Owner | Target       where it is mounted, or for whom
 * of its fields = MissingId | MixedDistributions | Sharing
 *
 * ImageContent  : directory -> who may have put something there, before a RUN or in it
 * Ownership     : PathHistory -> whose a directory is           for Parents and others
 * Defeater      = Invocation Argument* reason                   what empties a mounted cache or keeps it from being used
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.caching.rule;
