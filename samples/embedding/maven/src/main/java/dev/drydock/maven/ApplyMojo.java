package dev.drydock.maven;

import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Rewrite;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Rewrites the Dockerfiles, each all at once or not at all. */
@Mojo(name = "apply", threadSafe = true)
public final class ApplyMojo extends DockerfilesMojo {

  @Override
  void change(FleetFile file, Rewrite rewrite) throws IOException {
    file.write(rewrite);
    getLog().info(file.name() + " is rewritten");
    rewrite.notes().forEach(note -> getLog().debug(note.toString()));
  }

  @Override
  void end(List<FleetFile> changed) {
    getLog().info(changed.isEmpty() ? "No Dockerfile needs a change" : "Dockerfiles rewritten: " + changed.size());
  }
}
