package dev.drydock.caching;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Run;
import dev.drydock.given.Given;
import dev.drydock.shell.Word;
import dev.drydock.text.Span;
import io.vavr.control.Option;

/**
 * A package that a RUN tells a package manager to install: {@code curl=8.14.1-2} or {@code flask>=3}.
 *
 * @param manager the package manager
 * @param name the package's name, without extras, architecture or channel
 * @param version what is asked for, as it is written behind the name: {@code 8.14.1-2}, {@code >=3}, {@code next}; none
 *     where any will do
 * @param run the RUN, or what an ONBUILD holds
 * @param construct the RUN or the ONBUILD, as it stands in the file
 * @param word the word that names it, in the RUN's script
 */
public record InstalledPackage(
    PackageManager manager, String name, Option<String> version, Run run, Construct construct, Word word) {

  /** The parts, none of which is null. */
  public InstalledPackage {
    Given.notNull(manager, "manager");
    Given.notNull(name, "name");
    Given.notNull(version, "version");
    Given.notNull(run, "run");
    Given.notNull(construct, "construct");
    Given.notNull(word, "word");
  }

  /** Where the word stands in the text of the {@link #run}. */
  public Span span() {
    return word.span();
  }

  /** The package manager, the name and the version. */
  @Override
  public String toString() {
    return manager + " " + name + version.map(asked -> " " + asked).getOrElse("");
  }
}
