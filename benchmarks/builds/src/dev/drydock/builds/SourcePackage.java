package dev.drydock.builds;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A Python package that has no wheel: pip builds one from it, on its own machine and with its own settings. */
final class SourcePackage {

    private SourcePackage() {}

    /** Packs a folder that is named {@code NAME-VERSION}. */
    static byte[] pack(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : Folders.filesBelow(folder)) {
            files.put(folder.getFileName() + "/" + folder.relativize(file), PythonPackage.utf8(Folders.read(file)));
        }
        return Archive.tarGz(files);
    }
}
