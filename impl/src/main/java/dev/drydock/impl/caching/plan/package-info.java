/**
 * What is to be done with the RUNs of a file, and the edits that do it.
 *
 * <p>A {@link dev.drydock.impl.caching.plan.Plan} is a fold over the RUNs in the order in which they run: {@link
 * dev.drydock.impl.caching.plan.Planning}. For each RUN and each package manager it makes a {@link
 * dev.drydock.impl.caching.plan.Decision}, a value: the caches to mount, the caches that are mounted already, the
 * findings of the rules. A decision is given what was decided before it and adds to that; nothing writes into anything
 * shared. So a decision may go by the decisions about earlier RUNs, and never by those about later ones.
 *
 * <p>Only then the plan is enacted. A RUN gets all its mounts, each in its canonical place, and loses all that would
 * defeat them, at one time:
 *
 * <pre>{@code
 * RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*     # before
 *
 * RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
 *     --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
 *     apt-get update && apt-get install -y git                                    # after
 * }</pre>
 *
 * <p>The same loop serves all transforms that deal with RUNs. The {@link dev.drydock.impl.caching.plan.Goal} says which
 * of the two halves is wanted.
 *
 * <pre>
 * Plan            = Goal RunPlan* ParentStep*
 * Goal            = MOUNT | CLEAR | MOUNT_AND_CLEAR
 * RunPlan         = RunFacts Decision*                one decision for each package manager
 * Decision        = RunFacts PackageManager CacheLocation* covered* Finding*
 *                                                     what to mount; the paths that are mounted already
 *
 * Plan -> RunEdit*          the RUN with its mounts in MountOrder, and without its defeaters: DefeaterRemoval
 *                           and its standing mounts repaired: MountRepair
 *      -> ParentStep*       RUN mkdir before a RUN, by the user whose cache it is
 *      -> ArgumentStep*     ARG after a FROM, for a variable that an id names
 *                           Insertion lays steps out as the RUN beside them
 *      -> Edit*
 *
 * MountRepair     = StandingMount Finding* ArgumentStep*       a mount that the file has, and what becomes of it
 * MountRepairs    = Replacements MountRepair*                 those of a whole file
 * Replacements    = (WrongMount -> MountRepair)*               what Plan(MOUNT) mounts in its place
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.caching.plan;
