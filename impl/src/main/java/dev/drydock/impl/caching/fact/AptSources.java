package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.FileWriters;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.ProgramWorld;
import dev.drydock.caching.PackageManagers;
import dev.drydock.shell.ShellScript;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
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

  /** What runs the text that it is given. */
  private static final Set<String> RUNS_TEXT = WrittenTexts.SOURCING.add("eval");

  /** A download whose output stands in the place of a word, or of a file. */
  private static final Pattern DOWNLOADED = Pattern.compile("[$<]\\(\\s*(?:sudo\\s+)?(?:" + ProgramWorld.DOWNLOADERS.mkString("|") + ")\\b");

  private static final Set<String> ADD = HashSet.of("add-apt-repository", "apt-add-repository", "extrepo");

  /** Components of the distribution. */
  private static final Set<String> COMPONENTS =
      HashSet.of("main", "universe", "multiverse", "restricted", "contrib", "non-free", "non-free-firmware");

  private static final Pattern HOST = Pattern.compile("(?i)[a-z+]+://(?:[^/\\s\"'@]*@)?([^/\\s\"':,|#]+)(?::\\d+)?([^\\s\"']*)");

  /** A repository that lies in the image or comes with it (sources.list(5), URI specification). */
  private static final Pattern LOCAL = Pattern.compile("(?i)(?<![\\w-])(file|copy|cdrom):/");

  /** The hosts of Debian and Ubuntu, and their archives of old versions. */
  private static final Pattern OWN =
      Pattern.compile(
          "(?i)(?!ppa\\.)(([\\w-]+\\.)*(debian\\.org|ubuntu\\.com|debian\\.net|freexian\\.com))");

  /** Hosts that are called a mirror. */
  private static final Pattern MIRROR = Pattern.compile("(?i)([\\w-]+\\.)*[\\w-]*mirrors?[\\w-]*(\\.[\\w-]+)+");

  /** How the path of a distribution's archive begins on a mirror; none stands in a {@code sed} that changes the host. */
  private static final Pattern OWN_ARCHIVE = Pattern.compile("(?i)/?([^/\\w$].*)?$|/(debian|ubuntu|raspbian|kali|\\$)");

  /** What follows the last command of a compound command that writes a list of repositories. */
  private static final Pattern GROUP_WRITES =
      Pattern.compile("[\\s;\\\\]*((\\}|\\)|\\bfi\\b|\\bdone\\b|\\besac\\b)[\\s;\\\\]*)+>{1,2}\\s*[\"']?/etc/apt/sources\\S+");

  /** The script with which postgresql-common adds the repository of PostgreSQL. */
  private static final String POSTGRESQL = "apt.postgresql.org.sh";

  /** An entry of a list, as far as it is on one line; not the field {@code Types} of the other form. */
  private static final Pattern ENTRY = Pattern.compile("\\bdeb(-src)?\\s+(?!deb)\\S");

  /** A package that lies in a file: apt tells it by where its name begins. */
  private static final Pattern FILE = Pattern.compile("\"?\\.{0,2}/\\S*");

  private static final Pattern PACKAGE = Pattern.compile("[^\\s\"']*[/$*][^\\s\"']*\\.deb\"?|[^\\s\"']+\\.deb\"?");

  private AptSources() {}

  /** Whether a RUN adds a repository that is not the distribution's, or may. */
  public static boolean addsForeign(DownloadedScripts downloaded, RunFacts run) {
    return adding(downloaded, run).isDefined();
  }

  /** The first command of a RUN that adds a repository that is not the distribution's, or may. */
  public static Option<Invocation> adding(DownloadedScripts downloaded, RunFacts run) {
    return run.invocations().find(invocation -> addsForeign(downloaded, run, invocation));
  }

  /** Whether a RUN adds such a repository and fetches lists after that, or with that. */
  public static boolean fetchesForeign(DownloadedScripts downloaded, RunFacts run) {
    boolean added = false;
    for (Invocation invocation : run.invocations()) {
      added |= addsForeign(downloaded, run, invocation);
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

  private static boolean addsForeign(DownloadedScripts downloaded, RunFacts run, Invocation invocation) {
    String name = invocation.name();
    if (ADD.contains(name)) {
      return invocation
          .arguments()
          .filter(argument -> !argument.isOption())
          .exists(argument -> !argument.plain().exists(COMPONENTS::contains));
    }
    if (name.equals("dpkg") || PackageCall.of(PackageManagers.APT, invocation).exists(PackageCall::downloads)) {
      return invocation.arguments().exists(argument -> isPackageFile(argument.text()));
    }
    return runsUnread(downloaded, run, invocation)
        || (writes(invocation) && isForeign(run, invocation))
        || (endsGroupThatWrites(run, invocation) && mayNameForeignHost(run.text()));
  }

  /** Whether a word is a package in a file, which may bring a repository, and not the name of one. */
  private static boolean isPackageFile(String word) {
    return (word.contains("/") && FILE.matcher(word).matches()) || (word.contains(".deb") && PACKAGE.matcher(word).matches());
  }

  /** Whether it runs a script that comes from elsewhere, through a pipe, in the place of a word or as a file. */
  private static boolean runsUnread(DownloadedScripts downloaded, RunFacts run, Invocation invocation) {
    boolean isShell = ShellScript.isShell(invocation.name());
    boolean isGivenDownload = (isShell || RUNS_TEXT.contains(invocation.name())) && isGivenDownload(invocation);
    return (isShell
            && (isGivenDownload || invocation.command().inPipeline())
            && run.conduct(invocation).mayCallPackageManagers())
        || (!isShell && isGivenDownload)
        || (downloaded.areRunBy(run, invocation) && run.conduct(invocation).mayCallPackageManagers())
        || WrittenTexts.file(invocation).exists(script -> Paths.baseName(script).equals(POSTGRESQL));
  }

  /** Whether what it runs, which of a shell is its first operand, is a download. */
  private static boolean isGivenDownload(Invocation invocation) {
    Vector<Argument> run = invocation.name().equals("eval") ? invocation.arguments() : invocation.firstOperand().toVector();
    return run.appendAll(invocation.redirected()).exists(word -> DOWNLOADED.matcher(word.text()).find());
  }

  /** Whether it is the last command of a group, a condition or a loop whose output goes into a list of repositories. */
  private static boolean endsGroupThatWrites(RunFacts run, Invocation invocation) {
    String text = run.text();
    return text.contains("/etc/apt/sources")
        && GROUP_WRITES.matcher(text).region(invocation.command().span().end(), text.length()).lookingAt();
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
      return mayNameForeignHost(run.text());
    }
    String text = invocation.command().text();
    return invocation.name().equals("cat")
        || namesForeignHost(text)
        || LOCAL.matcher(text).find()
        || (!HOST.matcher(text).find() && (text.contains("$") || ENTRY.matcher(text).find()));
  }

  private static boolean mayNameForeignHost(String text) {
    return namesForeignHost(text) || !HOST.matcher(text).find();
  }

  private static boolean namesForeignHost(String text) {
    Matcher address = HOST.matcher(text);
    while (address.find()) {
      String host = address.group(1);
      boolean mirrors = MIRROR.matcher(host).matches() && OWN_ARCHIVE.matcher(address.group(2)).lookingAt();
      if (!mirrors && !OWN.matcher(host).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether COPY or ADD brings such a repository; what is copied from elsewhere may be one. */
  static boolean addsForeign(FileCopy<?> copy, Scope scope) {
    return isSources(destination(copy, scope)) && (copy.heredocs().isEmpty() || mayNameForeignHost(copy.text()));
  }

  /** Where COPY or ADD copies to, clean; as it is written, where the directory that it stands in is not known. */
  static String destination(FileCopy<?> copy, Scope scope) {
    return CopyDestination.of(copy, scope).getOrElse(() -> Paths.clean(copy.destination()));
  }

  /** A mount of a RUN that brings lists of repositories. */
  public static Option<Mount> mounted(RunFacts run) {
    return run.mountPoints()
        .find(point -> !point.isCache() && (isSources(point.path()) || point.holds("/etc/apt/sources.list.d")))
        .map(MountPoint::mount);
  }
}
