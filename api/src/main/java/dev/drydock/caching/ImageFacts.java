package dev.drydock.caching;

import dev.drydock.given.Given;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/**
 * What is known of the image that a file builds, beyond what its instructions say: which accounts its RUNs create, and
 * whose a home is. What the instructions themselves say is in a {@link dev.drydock.dockerfile.Scope}; which
 * distribution an image is built on tells {@link Distribution#of}.
 *
 * <pre>{@code
 * ImageFacts facts = ImageFacts.of(file);
 * facts.user(run).flatMap(Account::uid);       // 1000 after: RUN useradd -u 1000 app, USER app
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
   * The user that RUN runs as at a construct; absent where it is the base image's. For an ONBUILD that is the user of what
   * it holds, as with {@link Dockerfile#scope}.
   *
   * @throws IllegalArgumentException where the construct is not of the file
   */
  Option<Account> user(Construct construct);

  /**
   * The accounts that RUNs before a construct have created, by name.
   *
   * @throws IllegalArgumentException where the construct is not of the file
   */
  Map<String, Account> accounts(Construct construct);

  /**
   * The home directory of a RUN at a construct: what ENV HOME says, else that of the user; absent where it is unknown.
   *
   * @throws IllegalArgumentException where the construct is not of the file
   */
  Option<String> home(Construct construct);
}
