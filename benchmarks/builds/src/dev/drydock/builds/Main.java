package dev.drydock.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lab's command line: see README.md beside it. */
public final class Main {

    private Main() {}

    /** Arguments: the folder benchmarks/builds, an empty work folder, the drydock command, and what the person asked for. */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        Path work = Path.of(arguments[1]);
        Path command = Path.of(arguments[2]);
        List<String> asked = Arrays.asList(arguments).subList(3, arguments.length);
        Runtime.getRuntime().addShutdownHook(new Thread(Command::endAll));
        List<String> missing = new ArrayList<>(Requirements.missing(!asked.contains("--no-install")));
        if (!missing.isEmpty()) {
            System.out.println("skipped: the build lab cannot run here: " + String.join("; ", missing));
            return;
        }
        try {
            boolean met = asked.contains("--quick")
                    ? QuickRun.run(home, work, command)
                    : FullRun.run(home, work, command, asked);
            System.exit(met ? 0 : 1);
        } catch (LabFailure failure) {
            System.err.println("the build lab failed: " + failure.getMessage());
            System.exit(2);
        }
    }
}
