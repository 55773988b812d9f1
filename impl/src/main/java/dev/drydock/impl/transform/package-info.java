/**
 * The built-in transforms: what is decided for each RUN, and why. Written on what the language exports to everybody;
 * another team could have written it.
 *
 * <p>A decision is made for one {@link dev.drydock.impl.transform.Site} (a RUN in its place, also that of an
 * ONBUILD) and one package manager at a time, in the order of the file. It asks, from the cheap to the dear: is the
 * tool called at all, does the call download, may anything be mounted here, where does the cache lie and whose is
 * it, who else uses what is there. Every answer that stops it is a {@link dev.drydock.impl.transform.Finding} with
 * a {@link dev.drydock.impl.transform.Rule}, and each rule has a page in {@code docs/rules}. Where a question cannot
 * be answered, the answer is no.
 *
 * <pre>
 * file -> Refused                       what BuildKit cannot build is left alone
 *      -> Survey -> Site*               every RUN, and what was decided for those before it
 *         Site -> Call*                 the commands that call a package manager, and what they do
 *         Site, manager -> MountPlan    what to mount, what is mounted already, what there is to say
 *                    RunObjection       what stands against any mount here; Settings: options and variables;
 *                                       LocalSources
 *                    Target             where the cache lies, and whose it is: Users, Environment, BaseImages,
 *                                       Configuration
 *                    Parents            who makes the directories above it, and whose they are: Ownership
 *                    AptLists           whether apt's lists may lie in a mount
 *                    IndexInCache       whether an index that lies in a cache may lie in a mount
 *                    Contents           who puts files there, or expects them there: CacheReaders
 *                    Removals           who removes it: rm, Find
 *                    MountPoint         where the mounts lie that the RUN has already
 *                    WorkingDirectories where relative paths begin; Ancestry: which stages may follow
 *                    UnreadPrograms     what may call apt without its text being in the file
 *                    MountIds           whether the id that is chosen for it can be given: Arguments
 *         MountPlan -> MountCache       the RUN with its mounts; ParentSteps before it, ArgumentSteps behind the FROM
 *                   -> Defeats          the RUN without what defeats them: Defeat
 *      -> KeepAptCache, AddSyntax       what is added beside RUNs
 *      -> Edit*
 * </pre>
 *
 * <p>What a transform is made of:
 *
 * <pre>
 * BuiltIns             = addSyntax | keepAptCache | mountCache | dropCacheDefeaters | dropCacheDefeatingEnv
 *                      | pythonCaching | stripCacheMounts
 * addSyntax            = AddSyntax
 * mountCache           = MountPlan MountCache ParentSteps ArgumentSteps
 * dropCacheDefeaters   = Defeats
 * pythonCaching        = CachingTransform: MountPlan MountCache ParentSteps ArgumentSteps Defeats KeepAptCache
 *                      AddSyntax
 * stripCacheMounts     = StripCacheMounts
 *
 * Site      = Run Stage Scope ShellScript?
 * Call      = PackageManager SimpleCommand effect    DOWNLOADS, REFRESHES, READS_CACHE, EMPTIES or NOTHING
 * MountPlan = Target* covered* Finding*
 * Target    = CacheDirectory path owner? home? holder?
 * Defeat    = SimpleCommand Word* reason             a whole command, or some words of one
 * Finding   = kind Rule subject reason
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.transform;
