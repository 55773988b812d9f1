/**
 * What is known of package managers and their caches, and the catalogue of built-in transforms that use it.
 *
 * <pre>{@code
 * Rewrite rewrite = Transforms.pythonCaching().apply(Dockerfile.read(path));
 * }</pre>
 *
 * <h2>Package managers are data</h2>
 *
 * <p>What is known of apt, pip, uv and some twenty others is data: a {@link dev.drydock.caching.PackageManager} is a
 * value, which anybody can make, and {@link dev.drydock.caching.PackageManagers} holds Drydock's own. A new one takes a
 * few lines and no branch anywhere:
 *
 * <pre>{@code
 * PackageManager pdm = PackageManager.named("pdm").downloadingWith("install", "sync", "add")
 *     .cachingIn(CacheDirectory.shared("~/.cache/pdm")).movedBy("PDM_CACHE_DIR").build();
 * Transforms.mountCache(pdm, PackageManagers.PIP).apply(file);
 * }</pre>
 *
 * <p>What moves a cache belongs to its {@link dev.drydock.caching.CacheDirectory}. By which id BuildKit knows a cache
 * is chosen by a {@link dev.drydock.caching.CacheIds}: {@code APT.withIds(CacheIds.byRelease())}. Where a fact is a
 * pattern, it is a {@link dev.drydock.caching.TextPattern}.
 *
 * <h2>Programs are data</h2>
 *
 * <p>A command is harmless only if a table says so: {@link dev.drydock.caching.KnownPrograms}. Drydock brings one, and a
 * program of one's own is made known with a line:
 *
 * <pre>{@code
 * KnownPrograms own = KnownPrograms.parse("harmless: fetch-models # it downloads to /models alone");
 * Transforms.mountCache(PackageManagers.APT).knowing(own).apply(file);
 * }</pre>
 *
 * <h2>The catalogue</h2>
 *
 * <p>{@link dev.drydock.caching.Transforms} names the built-in transforms. They use nothing but what this module
 * exports to everybody, so that another team's transform can do what they do.
 *
 * <h2>What is known of images</h2>
 *
 * <p>A {@link dev.drydock.dockerfile.Scope} tells what instructions say. What Drydock knows beyond that is in {@link
 * dev.drydock.caching.ImageFacts}: which accounts a RUN creates, who runs as root,
 * whose a home is, and which packages are installed. A {@link
 * dev.drydock.caching.Distribution} is told by an image's name and tag.
 *
 * <h2>The data model</h2>
 *
 * <pre>
 * Transforms     : addSyntax | keepAptCache | mountCache | dropCacheDefeaters
 *                | dropCacheDefeatingEnv | pythonCaching | repairCacheMounts | uvLinkModeCopy | stripCacheMounts
 * PackageManager = name programs documentation CacheDirectory* CacheIds
 *                  what downloads, refreshes, empties, reads the cache; what defeats it; Setting* Sources?
 * CacheDirectory = path sharing? Move* Place* Condition?
 * Move           = option or variable, what is appended to its value
 * Place          = images path
 * CacheIds       = target Stage -> id?               byTarget | byRelease | byPlatform | prefixed | and
 * CacheId        = text with variables
 * TextPattern    = regular expression
 *
 * KnownPrograms  = (ProgramKind name word* option*)*  : words of a call -> KnownCall*
 * KnownCall      = ProgramKind rest                  the command or the file that it runs
 *
 * ImageFacts     = Account?, Answer, Account* and home? at each construct of a file; InstalledPackage*
 * Answer         = yes | no | unknown
 * InstalledPackage = PackageManager name version? Run Construct Word
 * Account        = name uid? gid? home? homeExists
 * Distribution   = family release?                   of an ImageReference
 * </pre>
 */
@org.jspecify.annotations.NullMarked
@dev.drydock.spi.ValueStyle
package dev.drydock.caching;
