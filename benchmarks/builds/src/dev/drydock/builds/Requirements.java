package dev.drydock.builds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the lab needs of the machine, and how it gets it. */
final class Requirements {

    private Requirements() {}

    /** What is missing, in words for the person who called; installs what apt can bring. */
    static List<String> missing(boolean install) {
        List<String> missing = new ArrayList<>();
        if (!Command.of("id", "-u").run().output().strip().equals("0")) {
            missing.add("it must run as root, to start an engine of its own");
        }
        if (!Files.isReadable(Path.of("/etc/debian_version")) || !Command.of("which", "apt-get").run().succeeded()) {
            missing.add("it needs Debian with apt");
            return missing;
        }
        if (!Folders.read(Path.of("/etc/os-release")).contains("VERSION_CODENAME=bookworm")) {
            missing.add("it needs Debian 12 (bookworm), whose own sources it makes its images from");
        } else if (AptSources.ofThisMachine("bookworm").isEmpty()) {
            missing.add("apt has no source for bookworm");
        }
        if (missing.isEmpty() && !present() && install) {
            Command.of("apt-get", "update").run();
            Command.Outcome installed = Command.of("apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300",
                    "docker.io", "runc", "iptables", "mmdebstrap").env("DEBIAN_FRONTEND", "noninteractive").run();
            if (!installed.succeeded()) {
                missing.add("Debian's engine could not be installed: " + installed.tail(3));
            }
        }
        if (missing.isEmpty() && !present()) {
            missing.add("Debian's docker.io, runc, iptables and mmdebstrap are not installed");
        }
        return missing;
    }

    private static boolean present() {
        return Engine.installed() && Command.of("which", "runc", "mmdebstrap").run().succeeded();
    }
}
