package dev.drydock.builds;

import java.nio.file.Path;
import java.util.List;

/** An engine of the lab's own for a command that is not the lab's, such as the tests of a program that builds images. */
final class EngineForCommand {

    private EngineForCommand() {}

    /** Runs the command with {@code DOCKER_HOST}, or without where something is missing, and gives its exit status. */
    static int run(Path work, List<String> missing, List<String> words) {
        Command command = Command.of(words.toArray(String[]::new));
        if (!missing.isEmpty()) {
            System.out.println("there is no engine: " + String.join("; ", missing));
            return status(command);
        }
        try (Engine engine = Engine.start(work)) {
            System.out.println("an engine listens at " + engine.address());
            return status(command.env("DOCKER_HOST", engine.address()));
        } catch (LabFailure failure) {
            System.err.println("the build lab failed: " + failure.getMessage());
            return 2;
        }
    }

    private static int status(Command command) {
        try {
            return command.start(ProcessBuilder.Redirect.INHERIT).waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LabFailure("the lab ends");
        }
    }
}
