package dev.drydock.caching;

/** The main job, with its variants. */
public interface PythonCaching extends CachingTransform {

  @Override
  PythonCaching knowing(KnownPrograms programs);

  /** The same without a syntax directive, for builders that cannot pull a frontend. */
  PythonCaching withoutSyntax();

  /**
   * The same, with the text of Docker's documentation in place of a conditional one: it makes apt keep its archives
   * everywhere, and comes only where every RUN that may use apt has the mount.
   */
  PythonCaching withDocumentedAptConfiguration();

  /**
   * The same, with apt's lists mounted also in a RUN that leaves them in the image, which then does not have them any
   * more. They stay where something after the RUN needs them, or may.
   */
  PythonCaching withAptListsMounted();
}
