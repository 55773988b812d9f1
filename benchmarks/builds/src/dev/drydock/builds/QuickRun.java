package dev.drydock.builds;

import java.nio.file.Path;

final class QuickRun {
    private QuickRun() {}
    static boolean run(Path home, Path work, Path command) {
        return true;
    }
}
