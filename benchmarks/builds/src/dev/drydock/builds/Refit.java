package dev.drydock.builds;

import java.nio.file.Path;

/** Drydock's own command, which rewrites the Dockerfiles below a folder in place. */
final class Refit {

    private final Path command;

    Refit(Path command) {
        this.command = command.toAbsolutePath();
    }

    /** Gives what the command said. */
    String apply(Variant variant, Path folder) {
        if (variant == Variant.BEFORE) {
            return "";
        }
        return Command.of(command.toString()).with(variant.options.toArray(String[]::new)).with(folder.toAbsolutePath().toString()).output();
    }
}
