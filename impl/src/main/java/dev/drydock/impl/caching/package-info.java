/**
 * The built-in transforms. Each looks at the whole file and answers with edits. They are written on what the language
 * exports to everybody, so another team could have written them.
 *
 * <p>What they decide comes from four floors below this package. Each floor uses only those below it:
 *
 * <pre>
 * caching   which transform enacts which decisions
 *   plan    what to do with each RUN, in the order of the file; the edits that do it
 *   rule    why a cache is not mounted; what else there is to say
 *   fact    what is known of the file, read once
 *   effect  what one command does, from tables
 * </pre>
 *
 * <p>Take this RUN, and the question whether pip's cache may be mounted in it:
 *
 * <pre>{@code
 * RUN pip install flask && rm -rf /root/.cache
 * }</pre>
 *
 * <p>The floor {@code effect} tells that {@code pip install} downloads, and that {@code rm} removes {@code /root/.cache}.
 * The floor {@code fact} knows that the RUN runs as root, so that pip's cache lies in {@code /root/.cache/pip}, and what the
 * file does there before and after. The rule {@code RemovesMountPoint} asks whether {@code rm} would hit the mount. The floor
 * {@code plan} decides: in {@code pythonCaching()} the {@code rm} goes and the mount comes; in {@code mountCache(PIP)}
 * the {@code rm} stays, and so there is no mount but a note.
 *
 * <p>Where a question cannot be answered, the RUN stays as it is and a note says why. Every note names a rule, and each
 * rule has a page in {@code docs/rules}.
 *
 * <p>{@link dev.drydock.impl.caching.Caching} makes the transforms:
 *
 * <pre>
 * Caching              = addSyntax | keepAptCache | mountCache | dropCacheDefeaters | dropCacheDefeatingEnv
 *                      | pythonCaching | repairCacheMounts | uvLinkModeCopy | stripCacheMounts
 *
 * file                 -> UnbuildableFile      what BuildKit cannot build is left alone, with a note
 *                      -> FileFacts -> Plan -> Edit*
 *
 * addSyntax            = AddSyntax
 * keepAptCache         = KeepAptCache
 * mountCache           = Plan(MOUNT)
 * dropCacheDefeaters   = Plan(CLEAR)
 * pythonCaching        = PythonCachingTransform: Plan(MOUNT_AND_CLEAR) KeepAptCache AddSyntax
 * repairCacheMounts    = MountRepairs, then Plan(CLEAR) KeepAptCache
 * uvLinkModeCopy       = UvLinkModeCopy
 * dropCacheDefeatingEnv = DropCacheDefeatingEnv beside Plan(CLEAR), which tells where caches are mounted
 * stripCacheMounts     = StripCacheMounts
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.caching;
