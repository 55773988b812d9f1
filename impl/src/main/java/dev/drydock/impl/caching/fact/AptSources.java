package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.FileCopy;
import dev.drydock.impl.caching.effect.FileWriters;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.caching.PackageManagers;
import dev.drydock.shell.ShellScript;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which commands and copies bring apt a repository that is not the distribution's own.
 *
 * <p>Sources: sources.list(5), add-apt-repository(1). A mirror of a distribution gives the Release files of the
 * distribution, so that it is the distribution's own.
 */
public final class AptSources {

  private static final Set<String> ADD = HashSet.of("add-apt-repository", "apt-add-repository", "extrepo");

  /** Components of the distribution. */
  private static final Set<String> COMPONENTS =
      HashSet.of("main", "universe", "multiverse", "restricted", "contrib", "non-free", "non-free-firmware");

  private static final Pattern HOST = Pattern.compile("(?i)[a-z+]+://(?:[^/\\s\"'@]*@)?([^/\\s\"':]+)");

  /** The hosts of Debian and Ubuntu, their archives of old versions, and mirrors of them. */
  private static final Pattern OWN =
      Pattern.compile(
          "(?i)(?!ppa\\.)(([\\w-]+\\.)*(debian\\.org|ubuntu\\.com|debian\\.net|freexian\\.com)|([\\w-]+\\.)*[\\w-]*mirrors?[\\w-]*(\\.[\\w-]+)+)");

  private static final Pattern PACKAGE = Pattern.compile("[^\\s\"']*[/$*][^\\s\"']*\\.deb\"?|[^\\s\"']+\\.deb\"?");

  private AptSources() {}

  /** Whether a RUN adds a repository that is not the distribution's, or may. */
  public static boolean addsForeign(RunFacts run) {
    return adding(run).isDefined();
  }

  /** The first command of a RUN that adds a repository that is not the distribution's, or may. */
  public static Option<Invocation> adding(RunFacts run) {
    return run.invocations().find(invocation -> addsForeign(run, invocation));
  }

  /** Whether a RUN adds such a repository and fetches lists after that, or with that. */
  public static boolean fetchesForeign(RunFacts run) {
    boolean added = false;
    for (Invocation invocation : run.invocations()) {
      added |= addsForeign(run, invocation);
      boolean fetches =
          ADD.contains(invocation.name())
              || PackageCall.of(PackageManagers.APT, invocation).exists(PackageCall::fetchesIndex)
              || run.conduct(invocation).mayCallPackageManagers();
      if (added && fetches) {
        return true;
      }
    }
    return false;
  }

  private static boolean addsForeign(RunFacts run, Invocation invocation) {
    String name = invocation.name();
    if (ADD.contains(name)) {
      return invocation
          .arguments()
          .filter(argument -> !argument.isOption())
          .exists(argument -> !argument.plain().exists(COMPONENTS::contains));
    }
    if (name.equals("dpkg") || PackageCall.of(PackageManagers.APT, invocation).exists(PackageCall::downloads)) {
      return invocation.arguments().exists(argument -> argument.text().contains(".deb") && PACKAGE.matcher(argument.text()).matches());
    }
    if (ShellScript.isShell(name) && invocation.command().inPipeline() && run.conduct(invocation).mayCallPackageManagers()) {
      return true;
    }
    return writes(invocation) && isForeign(run, invocation);
  }

  private static boolean writes(Invocation invocation) {
    return !FileWriters.bringsNothing(invocation)
        && !invocation.name().equals("xargs")
        && FileWriters.anyDestination(invocation, word -> word.place().paths().exists(AptSources::isSources));
  }

  /** Whether a RUN removes lists of repositories: it is taken to be those that are not the distribution's. */
  public static boolean removesAny(RunFacts run) {
    return run.invocations()
        .exists(
            invocation ->
                invocation.name().equals("rm")
                    && invocation.arguments().exists(word -> word.place().paths().exists(path -> path.startsWith("/etc/apt/sources.list.d"))));
  }

  /** Whether a path is one of apt's lists of repositories, or the directory of them. */
  public static boolean isSources(String path) {
    return path.startsWith("/etc/apt/sources");
  }

  private static boolean isForeign(RunFacts run, Invocation invocation) {
    if (invocation.name().equals("sed")) {
      return invocation.command().text().contains("deb ") && namesForeignHost(invocation.command().text());
    }
    if (!FileWriters.OF_TEXT.contains(invocation.name())) {
      return true;
    }
    if (invocation.readsHereDocument() || invocation.command().inPipeline()) {
      return namesForeignHost(run.text()) || !HOST.matcher(run.text()).find();
    }
    return invocation.name().equals("cat")
        || namesForeignHost(invocation.command().text())
        || (!HOST.matcher(invocation.command().text()).find() && invocation.command().text().contains("$"));
  }

  private static boolean namesForeignHost(String text) {
    Matcher host = HOST.matcher(text);
    while (host.find()) {
      if (!OWN.matcher(host.group(1)).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether COPY or ADD brings such a repository; what is copied from elsewhere may be one. */
  public static boolean addsForeign(FileCopy<?> copy) {
    return isSources(copy.destination()) && (copy.heredocs().isEmpty() || namesForeignHost(copy.text()));
  }
}
