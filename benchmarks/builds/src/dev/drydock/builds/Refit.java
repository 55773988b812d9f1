package dev.drydock.builds;

import java.nio.file.Path;
import java.util.List;

/** Drydock's own command, which rewrites the Dockerfiles below a folder in place. */
final class Refit {

    private final Path command;

    /** Asks the command for its version: it is built when it is first run, and that had better fail before an engine starts. */
    Refit(Path command) {
        this.command = command.toAbsolutePath();
        Command.of(this.command.toString(), "--version").output();
    }

    /** Gives what the command said. */
    String apply(Variant variant, Path folder) {
        return variant == Variant.BEFORE ? "" : apply(variant.options, folder);
    }

    String apply(List<String> options, Path folder) {
        return Command.of(command.toString()).with(options.toArray(String[]::new)).with(folder.toAbsolutePath().toString()).output();
    }
}
