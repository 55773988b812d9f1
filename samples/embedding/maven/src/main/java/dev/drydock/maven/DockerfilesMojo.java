package dev.drydock.maven;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.Fleet;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.FleetVisitor;
import dev.drydock.fleet.Ignore;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals have in common: which files, and what is made of them. */
abstract class DockerfilesMojo extends AbstractMojo {

  /** Where Dockerfiles are looked for. What git ignores is left out. */
  @Parameter(property = "drydock.directory", defaultValue = "${project.basedir}")
  private File directory = new File(".");

  /** Files that are taken whatever their names say, written as in a {@code .gitignore}. */
  @Parameter(property = "drydock.includes")
  private List<String> includes = new ArrayList<>();

  /** Files and directories that are left out, written as in a {@code .gitignore}. */
  @Parameter(property = "drydock.excludes")
  private List<String> excludes = new ArrayList<>();

  /** What is done, by the names of built-in transforms, one after the other: {@code pythonCaching(apt,pip,uv,npm)}. */
  @Parameter(property = "drydock.transforms", defaultValue = "pythonCaching()")
  private List<String> transforms = new ArrayList<>();

  /** The modules of the project, which look at their own files. */
  @Parameter(defaultValue = "${project.modules}", readonly = true)
  private List<String> modules = new ArrayList<>();

  /** Does nothing. */
  @Parameter(property = "drydock.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Dockerfiles are not looked at: skip is set");
      return;
    }
    Visitor visitor = new Visitor();
    Fleet.under(directory.toPath(), Ignore.git())
        // Maven's own folder has copies of what is in the sources.
        .excluding(List.of("/target/"))
        .excluding(modules.stream().map(module -> "/" + module.replaceFirst("/?[^/]*\\.xml$", "") + "/").toList())
        .excluding(excludes)
        .including(includes)
        .refit(transform())
        .visit(visitor);
    if (!visitor.failed.isEmpty()) {
      throw new MojoExecutionException(String.join("\n", visitor.failed));
    }
    end(visitor.changed);
  }

  /** What becomes of a file that is not as it should be. */
  abstract void change(FleetFile file, Rewrite rewrite) throws Exception;

  /** What is said once all files were looked at. */
  abstract void end(List<FleetFile> changed) throws MojoFailureException;

  private Transform transform() throws MojoExecutionException {
    Transform all = Transform.identity();
    for (String name : transforms) {
      try {
        all = all.andThen(Transforms.named(name));
      } catch (IllegalArgumentException e) {
        throw new MojoExecutionException("<transforms>: " + e.getMessage(), e);
      }
    }
    return all;
  }

  private final class Visitor implements FleetVisitor {

    private final List<FleetFile> changed = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @Override
    public void rewrite(FleetFile file, Rewrite rewrite) {
      if (rewrite.changed()) {
        try {
          change(file, rewrite);
          changed.add(file);
        } catch (Exception e) {
          failed.add(file.name() + ": " + e.getMessage());
        }
      }
    }

    @Override
    public void refused(FleetFile file, Dockerfile dockerfile, String reason) {
      getLog().warn(file.name() + " is left alone: " + reason);
    }

    @Override
    public void skipped(FleetFile file, String reason) {
      getLog().warn(file.name() + " is not looked at: " + reason);
    }

    @Override
    public void failed(FleetFile file, String reason) {
      failed.add(file.name() + ": " + reason);
    }
  }
}
