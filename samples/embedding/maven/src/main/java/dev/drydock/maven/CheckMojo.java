package dev.drydock.maven;

import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Rewrite;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Fails where a Dockerfile is not as {@code drydock:apply} would leave it, and shows the difference. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends DockerfilesMojo {

  @Override
  void change(FleetFile file, Rewrite rewrite) {
    getLog().warn(file.name() + " is not as it should be:\n" + rewrite.diff(file.name()));
  }

  @Override
  void end(List<FleetFile> changed) throws MojoFailureException {
    if (!changed.isEmpty()) {
      throw new MojoFailureException(
          changed.stream().map(FleetFile::name).collect(Collectors.joining("\n", "These Dockerfiles are not as they should be:\n", ""))
              + "\nRun 'mvn drydock:apply' to mend them.");
    }
  }
}
