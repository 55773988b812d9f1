package dev.drydock.impl.caching.fact;

import dev.drydock.caching.Account;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.dockerfile.Scope;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account, other than root, that a well-known image has: a table of images, by name.
 *
 * @param runs whether RUN runs as it where the file sets no user
 * @param variables the variables of the image that USER may name it by, with their values
 */
record ImageAccount(Account account, boolean runs, Map<String, String> variables) {

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)\\})");

  /** An image's name, with its registry where that is not Docker Hub; the tags of which this does not hold; the account. */
  private record Row(Pattern images, Pattern exceptTags, ImageAccount account) {

    Row(String images, String exceptTags, ImageAccount account) {
      this(Pattern.compile(images), Pattern.compile(exceptTags), account);
    }

    boolean isOf(String image, Option<String> tag) {
      return images.matcher(image).matches() && !tag.exists(name -> exceptTags.matcher(name).matches());
    }
  }

  /** Where official images are besides Docker Hub. */
  private static final String OFFICIAL = "(public\\.ecr\\.aws/docker/library/)?";

  private static final Vector<Row> TABLE =
      Vector.of(
          // nodejs/docker-node: groupadd --gid 1000 node && useradd --uid 1000 --gid node --create-home node, and on Alpine
          // addgroup -g 1000 node && adduser -u 1000 -G node -D node, in the Dockerfiles of 4.8 and later; tags of 6 and
          // before may be older than that.
          new Row(OFFICIAL + "node", "[0-6]([.-].*)?|argon.*|boron.*", has("node", 1000, 1000, "/home/node")),
          // keeganwitt/docker-gradle: the numbers are written out, or, on Ubuntu 24.04 and later, those of the account that
          // is renamed; then chown --recursive gradle:gradle /home/gradle.
          new Row(OFFICIAL + "gradle", "", has("gradle", 1000, 1000, "/home/gradle")),
          // apache/airflow: ARG AIRFLOW_UID="50000", adduser airflow --uid "${AIRFLOW_UID}" --gid "0" --home /home/airflow, which
          // is then given to it; ENV AIRFLOW_UID; USER ${AIRFLOW_UID}.
          new Row(
              "apache/airflow",
              "",
              new ImageAccount(account("airflow", 50000, 0, "/home/airflow"), true, HashMap.of("AIRFLOW_UID", "50000"))),
          // jupyter/docker-stacks, docker-stacks-foundation: ARG NB_UID="1000", useradd --create-home --no-user-group, whose
          // group is then users (100); ENV NB_USER and NB_UID; USER ${NB_UID}. The others are built on it.
          new Row(
              "(quay\\.io/)?jupyter/(docker-stacks-foundation|(base|minimal|scipy|pytorch|tensorflow)-notebook)",
              "",
              new ImageAccount(
                  account("jovyan", 1000, 100, "/home/jovyan"), true, HashMap.of("NB_USER", "jovyan", "NB_UID", "1000"))));

  /**
   * The account of an image, where it is known. A digest alone may be of any age.
   *
   * @param image its name, with its registry where that is not Docker Hub
   */
  static Option<ImageAccount> of(String image, ImageReference reference) {
    boolean isOfAnyAge = reference.tag().isEmpty() && reference.digest().isDefined();
    return isOfAnyAge ? Option.none() : TABLE.find(row -> row.isOf(image, reference.tag())).map(Row::account);
  }

  private static ImageAccount has(String name, int uid, int gid, String home) {
    return new ImageAccount(account(name, uid, gid, home), false, HashMap.empty());
  }

  private static Account account(String name, int uid, int gid, String home) {
    return new Account(name, Option.some(uid), Option.some(gid), Option.some(home), true);
  }

  /** What a word is that is nothing but a variable of the image, which the file does not set. */
  Option<String> value(String word, Scope scope) {
    Matcher variable = VARIABLE.matcher(word);
    if (!variable.matches()) {
      return Option.none();
    }
    String name = variable.group(1) != null ? variable.group(1) : variable.group(2);
    return scope.variables().containsKey(name) ? Option.none() : variables.get(name);
  }
}
