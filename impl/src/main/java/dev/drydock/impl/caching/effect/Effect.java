package dev.drydock.impl.caching.effect;

import io.vavr.control.Option;
import java.util.List;

/**
 * What a call of a program does, as far as a decision about a cache may ask. Every effect is at a place; {@link
 * #concerns} says whether it has to do with a directory.
 */
public sealed interface Effect {

  /** Where it is. */
  Place place();

  /** Whether it has to do with this directory. */
  boolean concerns(String directory);

  /** It may read files at the place, or write them: what a program that is not known does with every word. */
  record Uses(Place place) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.isWithin(directory);
    }
  }

  /** The same of plain names without a folder, in the directories that the command may stand in. */
  record UsesNames(Place place, List<String> names) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.paths().exists(at -> Paths.within(at, directory) || holds(at, directory));
    }

    private boolean holds(String at, String directory) {
      return Paths.parent(directory).equals(at) && names.contains(Paths.baseName(directory));
    }
  }

  /** A script in another language ({@code python -c}) has paths in it. */
  record Mentions(String script) implements Effect {
    @Override
    public Place place() {
      return Place.UNKNOWN;
    }

    @Override
    public boolean concerns(String directory) {
      return script.contains("'" + directory) || script.contains('"' + directory);
    }
  }

  /** It tells something else which files are there; with {@code thoseAbove} it walks into the directory from above. */
  record Lists(Place place, boolean thoseAbove) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.isWithin(directory) || (thoseAbove && place.isAtOrAbove(directory));
    }
  }

  /** It asks whether a file is there: {@code test -e}. */
  record Tests(Place place) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.names(directory);
    }
  }

  /** It makes a directory: {@code mkdir}. With {@code onlyNew} it fails where the directory is there already. */
  record Creates(Place place, boolean onlyNew) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.isWithin(directory) || (onlyNew && place.names(directory));
    }
  }

  /**
   * It makes a directory, or puts something in the place of one, and nobody knows where: {@code cd $X && mkdir cache}.
   */
  record CreatesSomewhere(RelativePath name) implements Effect {
    @Override
    public Place place() {
      return Place.UNKNOWN;
    }

    @Override
    public boolean concerns(String directory) {
      return name.namedIn(directory).exists(ImageDirectories::mayBeMissing);
    }
  }

  /** It fills a directory, and fails where that is not empty: {@code git clone}. */
  record Fills(Place place) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return !place.isRoot() && place.isAtOrAbove(directory);
    }
  }

  /** It removes a directory, and fails where that is not empty or a mount point: {@code rmdir}. */
  record NeedsEmpty(Place place) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.isAtOrAbove(directory);
    }
  }

  /** It puts a tree of files over a directory, which may bring directories in there: {@code tar x}, {@code cp -a x/. y}. */
  record Spreads(Place place) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.paths()
          .exists(path -> Paths.holdsOpenly(path, directory) && !ImageDirectories.isShared(path));
    }
  }

  /** It goes over everything below the place: {@code chown -R}, {@code tar c}. With {@code takes} it also copies it. */
  record Walks(Place place, boolean takes) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.touches(directory);
    }
  }

  /** It puts something in the place of what is there: the last word of {@code ln}, {@code mv}, {@code cp}. */
  record Replaces(Place place) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.names(directory);
    }
  }

  /** It removes a file and fails where there is none: {@code rm} without {@code -f}. */
  record NeedsToRemove(Place place) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.isBelow(directory);
    }
  }

  /** It removes or moves away what is at the place, by its plain name: {@code rm}, {@code mv}. */
  record Displaces(Place place) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return place.isAtOrAbove(directory);
    }
  }

  /** It removes files: what becomes of a directory is told by {@link Removal#of}. */
  record Removes(Place place, Removal removal) implements Effect {
    @Override
    public boolean concerns(String directory) {
      return removal.outcome(directory) != Removal.Outcome.NOTHING;
    }
  }

  /**
   * It changes who may use the files at a place: {@code chown}, {@code chgrp}, {@code chmod}, {@code setfacl}.
   *
   * @param operand the owner or the mode that it is given, where that is known
   */
  record Gives(Place place, Right right, Option<String> operand, boolean recursive) implements Effect {

    /** What it changes. */
    public enum Right {
      OWNER,
      MODE,
      OTHERS
    }

    @Override
    public boolean concerns(String directory) {
      return place.isAtOrAbove(directory);
    }
  }
}
