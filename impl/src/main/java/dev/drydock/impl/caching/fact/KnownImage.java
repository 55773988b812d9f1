package dev.drydock.impl.caching.fact;

import dev.drydock.caching.Account;
import dev.drydock.caching.Answer;
import dev.drydock.caching.ImageFacts;
import dev.drydock.caching.InstalledPackage;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.impl.caching.effect.PackageOperands;
import io.vavr.Lazy;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What is known of the image that a file builds, for who asks from outside. */
public final class KnownImage implements ImageFacts {

  private final Dockerfile file;
  private final BuildStates states;

  /** The RUNs that are known to run as root, by the indexes of their constructs. */
  private final Lazy<Set<Integer>> rootRuns;

  /** What the package managers that are built in install, read at once for all of them. */
  private final Lazy<Map<PackageManager, Vector<InstalledPackage>>> installed;

  private KnownImage(Dockerfile file) {
    this.file = file;
    this.states = BuildStates.of(file);
    this.rootRuns = Lazy.of(() -> rootRuns(FileFacts.of(file, Vector.empty())));
    this.installed = Lazy.of(() -> installed(FileFacts.of(file, PackageManagers.ALL)));
  }

  /** What is known of the image that this file builds. */
  public static KnownImage of(Dockerfile file) {
    return new KnownImage(file);
  }

  private static Set<Integer> rootRuns(FileFacts facts) {
    return HashSet.ofAll(facts.runs().filter(facts::isRoot).map(RunFacts::index));
  }

  @Override
  public Option<Account> user(Construct construct) {
    return at(construct).user();
  }

  private BuildState at(Construct construct) {
    return states.at(file.index(construct));
  }

  @Override
  public Answer runsAsRoot(Construct construct) {
    Option<Account> user = user(construct);
    if (user.isDefined()) {
      return isRoot(user.get());
    }
    Option<BaseImage> image = image(construct);
    if (image.exists(BaseImage::runsAsRoot) || rootRuns.get().contains(file.index(construct))) {
      return Answer.YES;
    }
    return image.exists(BaseImage::runsAsAnother) ? Answer.NO : Answer.UNKNOWN;
  }

  /** The image that the lineage of a construct's stage begins with. */
  private Option<BaseImage> image(Construct construct) {
    return file.stage(construct)
        .map(Stage::lineage)
        .map(lineage -> BaseImage.of(lineage.head().base(), lineage.head().from().platform()));
  }

  /** Whether USER names root; a name that a build argument holds may be any. */
  private static Answer isRoot(Account user) {
    if (user.isRoot()) {
      return Answer.YES;
    }
    boolean isNamed = !user.name().isEmpty() && user.name().indexOf('$') < 0;
    return isNamed ? Answer.NO : Answer.UNKNOWN;
  }

  @Override
  public Vector<InstalledPackage> installs(PackageManager manager) {
    return installed.get().get(manager).getOrElse(() -> installs(manager, FileFacts.of(file, Vector.of(manager))));
  }

  private static Map<PackageManager, Vector<InstalledPackage>> installed(FileFacts facts) {
    return PackageManagers.ALL.toMap(manager -> manager, manager -> installs(manager, facts));
  }

  private static Vector<InstalledPackage> installs(PackageManager manager, FileFacts facts) {
    return facts.runs()
        .flatMap(
            run ->
                run.calls(manager)
                    .flatMap(call -> PackageOperands.of(call, run))
                    .map(
                        operand ->
                            new InstalledPackage(
                                manager, operand.name(), operand.version(), run.run(), run.construct(), operand.word())));
  }

  @Override
  public Map<String, Account> accounts(Construct construct) {
    return at(construct).accounts().filterKeys(name -> !name.startsWith(BuildState.GROUP));
  }

  @Override
  public Option<String> home(Construct construct) {
    Scope scope = file.scope(construct);
    return scope.variables().containsKey("HOME")
        ? scope.fixedValue("HOME")
        : image(construct).flatMap(BaseImage::home).orElse(() -> user(construct).flatMap(Account::home));
  }
}
