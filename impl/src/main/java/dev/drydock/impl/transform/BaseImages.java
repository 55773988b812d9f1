package dev.drydock.impl.transform;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.dockerfile.Stage;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is known of well-known base images, as data: whose user is root, whose is another, whose HOME is set, which are Windows. */
final class BaseImages {

  /** Docker's official images and others whose configuration sets no user, so that RUN runs as root. */
  private static final Set<String> ROOT =
      HashSet.of(
          "scratch", "debian", "ubuntu", "alpine", "busybox", "fedora", "centos", "rockylinux", "almalinux",
          "amazonlinux", "oraclelinux", "archlinux", "buildpack-deps", "python", "pypy", "node", "golang", "rust",
          "ruby", "php", "openjdk", "eclipse-temurin", "amazoncorretto", "maven", "gradle", "perl", "gcc", "nginx",
          "httpd", "postgres", "mysql", "mariadb", "redis", "memcached", "haproxy", "docker", "r-base", "julia",
          "erlang", "elixir", "swift", "mono", "dart", "tomcat", "bash", "composer", "opensuse/leap", "opensuse/tumbleweed", "nvidia/cuda", "nvidia/cudagl",
          "nvcr.io/nvidia/pytorch", "nvcr.io/nvidia/cuda", "nvcr.io/nvidia/tensorrt",
          "nvcr.io/nvidia/tritonserver", "pytorch/pytorch", "tensorflow/tensorflow",
          "continuumio/miniconda3", "continuumio/anaconda3", "condaforge/miniforge3", "condaforge/mambaforge",
          "ghcr.io/astral-sh/uv", "astral/uv", "tiangolo/uvicorn-gunicorn", "tiangolo/uvicorn-gunicorn-fastapi",
          "tiangolo/uwsgi-nginx-flask", "rocm/pytorch", "rocm/dev-ubuntu-22.04", "rocm/dev-ubuntu-24.04",
          "public.ecr.aws/docker/library/python", "public.ecr.aws/docker/library/debian",
          "public.ecr.aws/docker/library/ubuntu", "public.ecr.aws/lambda/python",
          "mcr.microsoft.com/playwright/python", "mcr.microsoft.com/playwright",
          "mcr.microsoft.com/azure-functions/python", "mcr.microsoft.com/dotnet/sdk",
          "mcr.microsoft.com/dotnet/aspnet", "mcr.microsoft.com/dotnet/runtime", "gcr.io/google-appengine/python",
          // Their Dockerfiles, in demisto/dockerfiles, are built on official images and set no USER.
          "demisto/python", "demisto/python3", "demisto/crypto", "demisto/python-deb", "demisto/python3-deb",
          // Their Dockerfiles, in google/oss-fuzz and vllm-project/vllm, set no USER.
          "gcr.io/oss-fuzz-base/base-builder-python", "vllm/vllm-openai",
          "quay.io/pypa/manylinux2014_x86_64", "quay.io/pypa/manylinux_2_28_x86_64");

  /** Images whose configuration sets another user than root. */
  private static final Pattern NOT_ROOT =
      Pattern.compile(
          "(.*/)?(jupyter/.*|apache/airflow|apache/superset|bitnami/.*|bitnamilegacy/.*|mambaorg/micromamba"
              + "|selenium/.*|jenkins/.*|gitpod/.*|cimg/.*|circleci/.*|cgr\\.dev/.*|chainguard/.*|home-assistant/.*"
              + "|(ubi\\d+|rhel\\d+|rhscl|sclorg|fedora|centos)/(python|nodejs|s2i)-.*|distroless/.*nonroot.*|apache/spark.*|odoo|sonarqube|mlflow/.*nonroot)");

  /**
   * Images whose configuration sets HOME, for whatever user, and where it is: a regular expression of the repository,
   * and the directory. Sources: their Dockerfiles, in Azure/azure-functions-docker, bitnami/containers,
   * jupyter/docker-stacks, gitpod-io/workspace-images, SeleniumHQ/docker-selenium and sclorg/s2i-base-container.
   */
  private static final Vector<Tuple2<Pattern, String>> HOMES =
      Vector.of(
          Tuple.of(Pattern.compile("mcr\\.microsoft\\.com/azure-functions/.*"), "/home"),
          Tuple.of(Pattern.compile("(.*/)?bitnami(legacy)?/.*"), "/"),
          Tuple.of(Pattern.compile("(.*/)?jupyter/.*"), "/home/jovyan"),
          Tuple.of(Pattern.compile("(.*/)?gitpod/workspace-.*"), "/home/gitpod"),
          Tuple.of(Pattern.compile("(.*/)?selenium/.*"), "/home/seluser"),
          Tuple.of(Pattern.compile("(.*/)?(ubi\\d+|rhel\\d+|rhscl|sclorg|fedora|centos)/(python|nodejs|s2i)-.*"), "/opt/app-root/src"));

  private static final Pattern WINDOWS =
      Pattern.compile("(?i)(.*/)?(windows(/.*)?|nanoserver.*|servercore.*)|mcr\\.microsoft\\.com/windows.*");

  /** Images whose apt is not Debian's: apt-rpm of ALT Linux, and Termux, which keeps it below a prefix of its own. */
  private static final Pattern OTHER_APT = Pattern.compile("alt|(.*/)?termux/.*|termux-docker");

  private BaseImages() {}

  /** Whether RUN is known to run as root where the file sets no user. */
  static boolean runsAsRoot(Stage stage) {
    ImageReference image = stage.rootImage();
    return !nonrootTag(image) && ROOT.contains(known(image));
  }

  /** Whether RUN is known to run as another user than root where the file sets none. */
  static boolean runsAsAnother(Stage stage) {
    ImageReference image = stage.rootImage();
    return nonrootTag(image) || NOT_ROOT.matcher(image.repository().toLowerCase(Locale.ROOT)).matches();
  }

  /** The home directory that the stage's base image sets by HOME, for whatever user. */
  static Option<String> home(Stage stage) {
    String image = stage.rootImage().repository().toLowerCase(Locale.ROOT);
    return HOMES.find(home -> home._1.matcher(image).matches()).map(Tuple2::_2);
  }

  static boolean hasAnotherApt(Stage stage) {
    return OTHER_APT.matcher(stage.rootImage().path()).matches();
  }

  static boolean isWindows(Stage stage) {
    ImageReference image = stage.rootImage();
    return WINDOWS.matcher(image.repository()).matches()
        || image.tag().exists(tag -> tag.contains("windowsservercore") || tag.contains("nanoserver"))
        || stage.lineage().head().from().platform().exists(platform -> platform.startsWith("windows"));
  }

  /** Where a cache directory lies on the stage's base image, where that moves it itself. */
  static Option<String> placeOf(Stage stage, CacheDirectory cache) {
    String image = stage.rootImage().path().replaceFirst("^.*/library/", "").toLowerCase(Locale.ROOT);
    return cache
        .places()
        .find(place -> place.images().matches(image))
        .map(CacheDirectory.Place::path);
  }

  private static String known(ImageReference image) {
    return image.domain().equals("docker.io") ? image.path() : image.domain() + "/" + image.path();
  }

  private static boolean nonrootTag(ImageReference image) {
    return image.tag().exists(tag -> tag.contains("nonroot") || tag.contains("rootless"));
  }
}
