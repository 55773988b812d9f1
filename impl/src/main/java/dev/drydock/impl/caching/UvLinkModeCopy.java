package dev.drydock.impl.caching;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.TextPattern;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.AlreadyMounted;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * Tells uv to copy from a mounted cache. By default it tries a hard link first, which no mount lets out, and warns; what it
 * installs is the same.
 *
 * <p>Source of the rule: uv's documentation, {@code link-mode}, and "Using uv in Docker".
 */
final class UvLinkModeCopy {

  private static final String ASSIGNED = "uv-link-mode-copy/assigned";
  private static final String KEPT = "uv-link-mode-copy/kept";

  private static final PackageManager UV = PackageManagers.UV;
  private static final String VARIABLE = "UV_LINK_MODE";
  private static final String OPTION = "--link-mode";
  private static final TextPattern CONFIGURED = TextPattern.of(Pattern.compile("(?<!-)\\blink-mode\\b"));

  private UvLinkModeCopy() {}

  static Seq<Edit> edits(Dockerfile dockerfile) {
    FileFacts file = FileFacts.of(dockerfile, Vector.of(UV));
    return file.runs().filter(run -> !run.mountPoints().isEmpty()).flatMap(run -> edit(file, run));
  }

  private static Option<Edit> edit(FileFacts file, RunFacts run) {
    Vector<PackageCall> calls = run.calls(UV).filter(call -> linksFromMount(file, run, call) && !isSaid(file, run, call));
    if (calls.isEmpty()) {
      return Option.none();
    }
    ScriptEdit assigned =
        calls
            .map(call -> ScriptEdit.assign(VARIABLE, "copy", call.command()))
            .foldLeft(ScriptEdit.none(), ScriptEdit::and);
    Option<Run> made = run.run().edit(assigned);
    String subject = calls.map(call -> call.invocation().firstLine()).mkString("; ");
    return Option.some(
        made.map(
                other ->
                    Edit.replace(run.holding(other))
                        .because(ASSIGNED, subject, "no hard link leads out of a mount; uv copies, and does not warn of it"))
            .getOrElse(
                () ->
                    Edit.keep()
                        .noting(
                            Note.Kind.KEPT,
                            KEPT,
                            subject,
                            "a variable cannot be put before it where it stands; ENV UV_LINK_MODE=copy does it for the image"))
            .at(run.construct()));
  }

  private static boolean linksFromMount(FileFacts file, RunFacts run, PackageCall call) {
    return (call.downloads() || call.readsCache())
        && call.defeatingOptions().isEmpty()
        && CacheLocation.of(file, run, call).exists(cache -> AlreadyMounted.isOfUseAt(run, cache.path()));
  }

  private static boolean isSaid(FileFacts file, RunFacts run, PackageCall call) {
    return run.environment(call.command()).sets(VARIABLE)
        || call.options().exists(option -> option.text().startsWith(OPTION))
        || file.configuration(UV).saying(run, CONFIGURED).isDefined();
  }
}
