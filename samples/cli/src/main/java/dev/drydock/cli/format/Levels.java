package dev.drydock.cli.format;

import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Note;

/** How much each note matters, as a configuration may say. */
public interface Levels {

  /** How much a note on a file matters. */
  Level of(FleetFile file, Note note);
}
