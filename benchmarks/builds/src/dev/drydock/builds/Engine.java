package dev.drydock.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Docker engine of the lab's own: its data, its socket and its process live under one folder and end with the lab. */
final class Engine implements AutoCloseable {

    /** Debian's client: another one, earlier on the PATH, may not be able to build. */
    static final String CLIENT = "/usr/bin/docker";

    private static final String DAEMON = "/usr/sbin/dockerd";
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 30;

    private final Path folder;
    private final Process daemon;

    private Engine(Path folder, Process daemon) {
        this.folder = folder;
        this.daemon = daemon;
    }

    static boolean installed() {
        return Files.isExecutable(Path.of(DAEMON)) && Files.isExecutable(Path.of(CLIENT));
    }

    /** Starts a daemon below {@code folder}; it needs neither a bridge nor firewall rules, since builds use the host's network. */
    static Engine start(Path folder) {
        Path log = folder.resolve("dockerd.log");
        Process daemon = Command.of(DAEMON, "-H", "unix://" + folder.resolve("docker.sock"),
                "--data-root", folder.resolve("data").toString(), "--exec-root", folder.resolve("exec").toString(),
                "--pidfile", folder.resolve("dockerd.pid").toString(),
                "--iptables=false", "--ip6tables=false", "--bridge=none", "--ip-forward=false", "--ip-masq=false",
                "--storage-driver=overlay2", "--exec-opt", "native.cgroupdriver=cgroupfs")
                .start(ProcessBuilder.Redirect.to(log.toFile()));
        Engine engine = new Engine(folder, daemon);
        for (int second = 0; second < START_SECONDS && daemon.isAlive(); second++) {
            if (engine.docker("version").run().succeeded()) {
                return engine;
            }
            sleep();
        }
        String why = read(log);
        engine.close();
        throw new LabFailure("the engine did not start:\n" + why.substring(Math.max(0, why.length() - 3000)));
    }

    /** Where it listens, as {@code DOCKER_HOST} says it. */
    String address() {
        return "unix://" + folder.resolve("docker.sock");
    }

    /** A call of the client; arguments follow with {@link Command#with}. */
    Command docker(String... words) {
        return Command.of(CLIENT).with(words)
                .env("DOCKER_HOST", address())
                .env("DOCKER_CONFIG", folder.resolve("client").toString())
                .env("DOCKER_BUILDKIT", "1");
    }

    String version() {
        return docker("version", "--format", "{{.Server.Version}}").output().strip();
    }

    /** Builds a file of any name with a context; gives the outcome, also of a build that fails. */
    Command.Outcome build(String tag, Path dockerfile, Path context, Map<String, String> arguments) {
        Command build = docker("build", "--network=host", "--progress=plain", "-t", tag, "-f", dockerfile.toString());
        arguments.forEach((name, value) -> build.with("--build-arg", name + "=" + value));
        return build.with(context.toString()).run();
    }

    /** The same with the builder that was there before BuildKit. */
    Command.Outcome buildClassic(String tag, Path dockerfile, Path context) {
        return docker("build", "--network=host", "-t", tag, "-f", dockerfile.toString(), context.toString()).env("DOCKER_BUILDKIT", "0").run();
    }

    /** Runs a command in a container of that image, with nothing mounted and no network. */
    Command.Outcome run(String image, String user, String... command) {
        Command run = docker("run", "--rm", "--network=none", "--entrypoint=");
        if (!user.isEmpty()) {
            run.with("--user", user);
        }
        return run.with(image).with(command).run();
    }

    /** Forgets every cached step and empties every cache mount. */
    void prune() {
        docker("builder", "prune", "--all", "--force").output();
    }

    /** Empties the cache mounts and leaves the cached steps. */
    void pruneCacheMounts() {
        docker("builder", "prune", "--force", "--filter", "type=exec.cachemount").output();
    }

    /** Forgets the cached steps and the images without a name, and leaves the cache mounts as they are. */
    void pruneSteps() {
        docker("image", "prune", "--force").output();
        docker("builder", "prune", "--all", "--force", "--filter", "type=regular").output();
    }

    void remove(String image) {
        docker("image", "rm", "--force", image).run();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LabFailure("the lab ends");
        }
    }

    @Override
    public void close() {
        daemon.destroy();
        try {
            if (!daemon.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                daemon.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
