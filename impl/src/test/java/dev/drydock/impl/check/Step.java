package dev.drydock.impl.check;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Stage;
import java.util.List;
import java.util.Locale;

/**
 * An instruction of the output beside the one of the input that it was.
 *
 * @param line where it stands in the input
 * @param stage in the output
 */
record Step(Instruction before, Instruction after, int line, Stage stage, Joined was, Joined is) {

  static Step of(Instruction before, Instruction after, int line, Stage stage) {
    return new Step(before, after, line, stage, Joined.of(before), Joined.of(after));
  }

  boolean isRun() {
    return after.text().strip().toLowerCase(Locale.ROOT).matches("(?s)(onbuild\\s+)?run\\b.*");
  }

  boolean changed() {
    return !before.text().equals(after.text());
  }

  /** The cache mounts that were not there before, with whatever sharing. */
  List<MountText> added() {
    return is.mounts().stream()
        .filter(MountText::isCache)
        .filter(mount -> was.mounts().stream().noneMatch(mount::isButForSharing))
        .toList();
  }

  /** The flags that are no cache mounts, and no tmpfs that keeps pip's builds out of a cache mount. */
  List<String> otherFlags() {
    return is.otherFlags().stream().filter(flag -> was.flags().contains(flag) || !keepsBuildsOut(flag)).toList();
  }

  private boolean keepsBuildsOut(String flag) {
    MountText mount = flag.startsWith("--mount=") ? MountText.of(flag) : MountText.of("--mount=");
    return mount.type().equals("tmpfs")
        && is.mounts().stream()
            .anyMatch(other -> other.isCache() && mount.target().equals(other.target() + "/wheels"));
  }

  /** Whether this stands behind the other one in the same image. */
  boolean follows(Step other) {
    return line > other.line && stage.lineage().contains(other.stage);
  }

  /** What went before it in the image, itself not. */
  List<Step> history(List<Step> steps) {
    return steps.stream().filter(this::follows).toList();
  }
}
