package dev.drydock.caching;

import dev.drydock.given.Given;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What is known of the image that a file builds, beyond what its instructions say: which accounts there are, who
 * runs as root, whose a home is, and what is installed. What the instructions themselves say is in a {@link
 * dev.drydock.dockerfile.Scope}; which distribution an image is built on tells {@link Distribution#of}.
 *
 * <pre>{@code
 * ImageFacts facts = ImageFacts.of(file);
 * facts.user(run).flatMap(Account::uid);       // 1000 after: RUN useradd -u 1000 app, USER app
 * file.all(Run.class).filter(run -> facts.runsAsRoot(run).isYes());
 * }</pre>
 *
 * <p>All is read in one walk over the file, so that a caller with many questions keeps the value. Immutable. Only the
 * knowledge implements it.
 */
public interface ImageFacts {

  /** What is known of the image that this file builds, after each of its instructions. */
  static ImageFacts of(Dockerfile file) {
    Given.notNull(file, "file");
    return Knowledge.engine().imageFacts(file);
  }

  /**
   * The user that RUN runs as at a construct; absent where it is the base image's, unless that is an account other than root
   * that a well-known image has. For an ONBUILD that is the user of what it holds, as with {@link Dockerfile#scope}.
   *
   * @throws IllegalArgumentException where the construct is not of the file
   */
  Option<Account> user(Construct construct);

  /**
   * Whether a RUN runs as root: by USER, by the base image, or because it or a RUN before it does without {@code sudo} what
   * only root may, such as {@code apt-get install}. An account of another name or number is not root. Unknown where nothing
   * tells the base image's user, and where only a build argument tells USER. Of another construct that is what a RUN there
   * would run as, as far as USER and the base image tell.
   *
   * @throws IllegalArgumentException where the construct is not of the file
   */
  Answer runsAsRoot(Construct construct);

  /**
   * The packages that RUNs tell a package manager to install by name, in the order in which they run; see {@link
   * PackageManager#installs}.
   */
  Vector<InstalledPackage> installs(PackageManager manager);

  /**
   * The accounts that RUNs before a construct have created, and that of a well-known base image ({@code node} of {@code
   * node:20}), by name.
   *
   * @throws IllegalArgumentException where the construct is not of the file
   */
  Map<String, Account> accounts(Construct construct);

  /**
   * The home directory of a RUN at a construct: what HOME says, in the file or in its base image, else that of the user;
   * absent where it is unknown.
   *
   * @throws IllegalArgumentException where the construct is not of the file
   */
  Option<String> home(Construct construct);
}
