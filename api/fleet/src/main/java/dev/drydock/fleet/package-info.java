/**
 * Many Dockerfiles together.
 *
 * <p>A {@link dev.drydock.fleet.Fleet} says where to look and what to leave out. Nothing is read before somebody asks:
 * a {@link dev.drydock.fleet.FleetVisitor} then gets one file after the other, in the order of their names, while the
 * next ones are read and rewritten on all cores. Only a few files are in memory at any time.
 *
 * <pre>{@code
 * Fleet fleet = Fleet.under(Path.of("services"), Ignore.git());
 * FleetRefit refit = fleet.refit(pythonCaching());
 * refit.caches();        // which files share what, on which distributions
 * refit.packages();      // which packages more than one file asks for
 * refit.leftAlone();     // what was left alone, by what would settle it
 * refit.write();
 * }</pre>
 *
 * <p>The data, from the path to the answer:
 *
 * <pre>
 * Fleet        = Path… × Ignore… × globs × forced
 * Search       : Fleet → FleetFile…                       DockerfileNames, IgnoreRules
 * FleetReader  : FleetFile → Dockerfile → Rewrite         in parallel, delivered in order
 *              | left alone                               Appearance: what it looks like
 * IgnoreComments : Transform → Transform                  # drydock: ignore
 * FleetRefit   = Fleet × Transform
 * CacheUses    : Rewrite… → SharedCache…
 * CacheOwners  : CacheMount → PackageManager…              by where these keep their caches
 * PackageRequests : Rewrite… → RequestedPackages…
 * LeftAlone    : Note… → by what would settle it          Remedy
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.fleet;
