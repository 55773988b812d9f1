package dev.drydock.impl.cookbook;

import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Maintainer;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.SecretMount;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.User;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.shell.Word;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The recipes of ten lines; each method stands in docs/cookbook.md as it stands here. */
final class Recipes {

  private Recipes() {}

  static Transform pinned(Map<String, String> digests) {
    return Transform.eachBaseImage((from, image) -> {
      String digest = digests.get(image.text());
      if (digest == null) {
        return Edit.keep();
      }
      return from.image().hasVariables()
          ? Edit.keep().because("acme/pinned", image, "a build argument chooses the image; pin its default")
          : Edit.replace(from.withImage(image.withDigest(digest)))
              .because("acme/pinned", image, "a tag can move");
    });
  }

  static Transform labelled(Map<String, String> labels) {
    return Transform.edits(file -> file.stages().lastOption().map(stage -> {
      Map<String, String> missing = new TreeMap<>(labels);
      stage.instructions().filter(Label.class::isInstance).map(Label.class::cast)
          .forEach(label -> missing.keySet().removeAll(label.labels().keySet().toJavaSet()));
      return missing.isEmpty()
          ? Edit.keep().at(stage.from())
          : Edit.after(Label.of(missing)).because("acme/labelled", "LABEL", "says where the image comes from")
              .at(stage.instructions().last());
    }));
  }

  static Transform unprivileged(int id) {
    return Transform.edits(file -> file.stages().lastOption().map(stage -> {
      boolean saysUser = stage.lineage().flatMap(Stage::instructions).exists(User.class::isInstance);
      boolean saysRoot = stage.scope().user().exists(user -> user.equals("root") || user.equals("0"));
      return saysUser && !saysRoot
          ? Edit.keep().at(stage.from())
          : Edit.after(User.of(id, id)).because("acme/unprivileged", "USER", "the container needs no root")
              .at(stage.instructions().last());
    }));
  }

  static Transform copied() {
    Pattern plain = Pattern.compile("\\.|[\\w./-]+/|[\\w./-]+\\.(py|txt|toml|cfg|ini|conf|ya?ml|json|js|ts|html|css|md|sh)");
    Set<String> shared = Set.of("chown", "chmod", "link", "exclude");
    return Transform.each(Add.class, (add, scope) ->
        add.arguments().size() > 1
                && add.flags().forAll(flag -> shared.contains(flag.name()))
                && add.sources().forAll(source -> plain.matcher(source).matches())
            ? Edit.replace(add.withText(add.text().replaceFirst("(?i)ADD", "COPY")))
                .because("acme/copied", add.sources().mkString(" "), "COPY does the same, and nothing else")
            : Edit.keep().because("acme/copied", "ADD", "it may unpack or download here, as COPY does not"));
  }

  static Transform secretIndex() {
    Mount conf = SecretMount.of("pip.conf").withTarget("/etc/pip.conf").withMode(0444);
    Pattern install = Pattern.compile("\\bpip3? +install\\b");
    return Transform.each(Run.class, (run, scope) ->
        install.matcher(run.text()).find() && run.heredocs().isEmpty() && !run.mounts().contains(conf)
            ? Edit.replace(run.withMount(conf))
                .because("acme/secret-index", "pip install", "the index and its password are not in the image")
            : Edit.keep());
  }

  static Transform sorted() {
    return Transform.eachCommand("apt-get", call -> {
      Vector<Word> words = call.command().arguments().dropUntil(word -> word.text().equals("install")).drop(1)
          .reject(word -> word.text().matches("-y|-q+|-qy|--yes|--no-install-recommends"));
      Vector<Word> sorted = words.sortBy(Word::text);
      boolean plain = words.forAll(word -> word.text().matches("[a-z0-9][a-z0-9.+-]*(=[\\w.+:~*-]+)?"));
      return !call.runs("install") || !plain || words.equals(sorted) ? Edit.keep() : call.edit(
          words.zip(sorted).map(pair -> ScriptEdit.replace(pair._1, pair._2.text())).reduce(ScriptEdit::and))
          .because("acme/sorted", call, "reads more easily");
    });
  }

  static Transform checked(HealthCheck check) {
    return Transform.edits(file -> file.stages().lastOption()
        .filter(stage -> !stage.lineage().flatMap(Stage::instructions).exists(HealthCheck.class::isInstance))
        .map(stage -> Edit.after(check)
            .because("acme/checked", "HEALTHCHECK", "whoever runs the container sees whether it works")
            .at(stage.instructions().last())));
  }

  static Transform maintained() {
    return Transform.each(Maintainer.class, (maintainer, scope) -> Edit
        .replace(Label.literal("org.opencontainers.image.authors", maintainer.name()))
        .because("acme/maintained", maintainer.name(), "MAINTAINER is deprecated"));
  }

  static Transform lean() {
    return Transform.eachCommand("apt-get", call ->
        call.runs("install") && !call.has("--no-install-recommends")
            ? call.insertAfter("install", "--no-install-recommends")
                .because("acme/lean", call, "recommended packages are not needed")
            : Edit.keep());
  }

  static Transform faster() {
    return Transform.eachCommand("apt-get", call ->
        call.edit(ScriptEdit.replace(call.command().words().head(), "apt-fast"))
            .because("acme/faster", call, "apt-fast downloads in parallel"));
  }

  static Transform copying() {
    return Transform.eachCommand("uv", call -> {
      boolean mounted = call.run().mounts().exists(CacheMount.class::isInstance);
      boolean said = call.scope().variables().containsKey("UV_LINK_MODE")
          || call.command().environment("UV_LINK_MODE").isDefined();
      return mounted && !said
          ? call.assign("UV_LINK_MODE", "copy").because("acme/copying", call, "no hard link leads out of a mount")
          : Edit.keep();
    });
  }
}
