package dev.drydock.impl.caching.rule;

/** A defeater stays in a RUN whose cache is mounted, since the shell text around it needs a command there. */
public final class Stuck {

  private static final String RULE = "drop-cache-defeaters/*/stuck";

  private Stuck() {}

  /** What there is to say of it beside a mount that is there already. */
  public static Finding of(String subject, Defeater defeater) {
    return Finding.kept(RULE, subject, defeater.reason() + ", but it cannot be taken out from where it stands");
  }

  /** What there is to say of a removal that is needed for more than what is mounted. */
  public static Finding needed(Defeater defeater, String other) {
    return Finding.kept(
        RULE, defeater.subject(), defeater.reason() + ", but it also removes what may have been left in the image by " + other);
  }

  /** Why a mount does not come beside it. */
  public static Finding instead(Defeater defeater, String path) {
    return Finding.kept(
        RULE,
        defeater.subject(),
        "a mount at "
            + path
            + " would be of no use beside it, and it cannot be taken out from where it stands; take it out by hand");
  }
}
