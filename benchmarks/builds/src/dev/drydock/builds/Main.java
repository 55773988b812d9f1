package dev.drydock.builds;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The lab's command line: see README.md beside it. */
public final class Main {

    private Main() {}

    /** Arguments: the folder benchmarks/builds, an empty work folder, the drydock command, and what the person asked for. */
    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(Command::endAll));
        System.exit(status(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]),
                Arrays.asList(arguments).subList(3, arguments.length)));
    }

    private static int status(Path home, Path work, Path command, List<String> words) {
        Options options;
        try {
            options = Options.parse(words);
        } catch (IllegalArgumentException unknown) {
            System.err.println(unknown.getMessage() + "\n" + Options.USAGE);
            return 2;
        }
        List<String> missing = Requirements.missing(options.install());
        if (!options.command().isEmpty()) {
            return EngineForCommand.run(work, missing, options.command());
        }
        if (!missing.isEmpty()) {
            System.out.println("skipped: the build lab cannot run here: " + String.join("; ", missing));
            return 0;
        }
        Progress.say("starting the engine and making the base images");
        try {
            boolean met = options.quick() ? QuickRun.run(home, work, command) : FullRun.run(home, work, command, options);
            return met ? 0 : 1;
        } catch (LabFailure failure) {
            System.err.println("the build lab failed: " + failure.getMessage());
            return 2;
        } catch (RuntimeException unforeseen) {
            // The servers' threads would keep the program alive if this went on.
            unforeseen.printStackTrace();
            return 2;
        }
    }
}
