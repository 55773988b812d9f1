package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.ImageReference;
import dev.drydock.caching.CacheDirectory;
import dev.drydock.impl.caching.effect.Recent;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is known of the image that a lineage of stages begins with: a table of well-known images, by name.
 *
 * @param runsAsRoot whether RUN is known to run as root where the file sets no user
 * @param runsAsAnother whether RUN is known to run as another user than root where the file sets none
 * @param account an account other than root that it is known to have
 * @param home the home directory that the image sets by HOME, for whatever user
 * @param hasAnotherApt whether its apt is not Debian's
 * @param repository whose repository its apt has beside those of the distribution
 */
public record BaseImage(
    ImageReference reference,
    boolean runsAsRoot,
    boolean runsAsAnother,
    Option<ImageAccount> account,
    Option<String> home,
    boolean isWindows,
    boolean hasAnotherApt,
    Option<String> repository) {

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
          "demisto/btfl-soup", "demisto/m2crypto", "demisto/pyjwt3",
          // Their Dockerfiles, in devcontainers/images and microsoft/vscode-dev-containers, are built on official images and
          // set no USER.
          "mcr.microsoft.com/devcontainers/base", "mcr.microsoft.com/devcontainers/python",
          "mcr.microsoft.com/devcontainers/javascript-node", "mcr.microsoft.com/devcontainers/typescript-node",
          // Their Dockerfiles, in amazonlinux/container-images and tiangolo/meinheld-gunicorn-docker, set no USER.
          "public.ecr.aws/amazonlinux/amazonlinux", "tiangolo/meinheld-gunicorn",
          // Made from nothing but Debian's packages, by the scripts in bitnami/minideb, without a USER and a HOME.
          "bitnami/minideb", "bitnamilegacy/minideb", "quay.io/bitnami/minideb", "gcr.io/bitnami-containers/minideb",
          // Their Dockerfiles, in bitnami/containers, are built on minideb and set neither USER nor HOME.
          "bitnami/python", "bitnamilegacy/python", "bitnami/node", "bitnamilegacy/node",
          // Their Dockerfiles, in openeuler-docker-images, set neither USER nor HOME.
          "openeuler/openeuler", "openeuler/python",
          // Its configuration, in chainguard-images/images, says: run-as 0.
          "cgr.dev/chainguard/wolfi-base",
          // Their configuration, in Red Hat's catalog, sets PATH and "container", and no user.
          "registry.access.redhat.com/ubi8", "registry.access.redhat.com/ubi8/ubi", "registry.access.redhat.com/ubi8/ubi-minimal",
          "registry.access.redhat.com/ubi8-minimal", "registry.access.redhat.com/ubi9", "registry.access.redhat.com/ubi9/ubi",
          "registry.access.redhat.com/ubi9/ubi-minimal", "registry.access.redhat.com/ubi9-minimal",
          // Their Dockerfiles, in google/oss-fuzz and vllm-project/vllm, set no USER.
          "gcr.io/oss-fuzz-base/base-builder-python", "vllm/vllm-openai",
          "quay.io/pypa/manylinux2014_x86_64", "quay.io/pypa/manylinux_2_28_x86_64");

  /** Images whose configuration sets another user than root. */
  private static final Pattern NOT_ROOT =
      Pattern.compile(
          "(.*/)?(jupyter/.*|apache/airflow|apache/superset|bitnami(legacy)?/(?!minideb|(?:python|node)$).*|mambaorg/micromamba"
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
          Tuple.of(Pattern.compile("(.*/)?bitnami(legacy)?/(?!minideb|(?:python|node)$).*"), "/"),
          Tuple.of(Pattern.compile("(.*/)?jupyter/.*"), "/home/jovyan"),
          Tuple.of(Pattern.compile("(.*/)?gitpod/workspace-.*"), "/home/gitpod"),
          Tuple.of(Pattern.compile("(.*/)?selenium/.*"), "/home/seluser"),
          Tuple.of(Pattern.compile("(.*/)?(ubi\\d+|rhel\\d+|rhscl|sclorg|fedora|centos)/(python|nodejs|s2i)-.*"), "/opt/app-root/src"));

  private static final Pattern WINDOWS =
      Pattern.compile("(?i)(.*/)?(windows(/.*)?|[^/]+-windows|nanoserver.*|servercore.*)|mcr\\.microsoft\\.com/windows.*");

  /** Images whose apt is not Debian's: apt-rpm of ALT Linux, and Termux, which keeps it below a prefix of its own. */
  private static final Pattern OTHER_APT = Pattern.compile("alt|(.*/)?termux/.*|termux-docker");

  /** Images that FROMs have named lately: the same few hundred in most files, each compared with many patterns. */
  private static final Recent<BaseImage> KNOWN = new Recent<>(text -> find(ImageReference.parse(text), Option.none()));

  /**
   * The image of this name.
   *
   * @param platform what the FROM's {@code --platform} says
   */
  static BaseImage of(ImageReference reference, Option<String> platform) {
    return platform.isEmpty() ? KNOWN.of(reference.text()) : find(reference, platform);
  }

  private static BaseImage find(ImageReference reference, Option<String> platform) {
    String repository = reference.repository().toLowerCase(Locale.ROOT);
    String known =
        reference.domain().equals("docker.io") ? reference.path() : reference.domain() + "/" + reference.path();
    boolean nonroot = reference.tag().exists(tag -> tag.contains("nonroot") || tag.contains("rootless"));
    boolean root = !nonroot && ROOT.contains(known);
    return new BaseImage(
        reference,
        root,
        nonroot || (!root && NOT_ROOT.matcher(repository).matches()),
        ImageAccount.of(known, reference),
        HOMES.find(home -> home._1.matcher(repository).matches()).map(Tuple2::_2),
        isWindows(reference, platform),
        OTHER_APT.matcher(reference.path()).matches(),
        ImageRepositories.of(reference));
  }

  private static boolean isWindows(ImageReference reference, Option<String> platform) {
    return WINDOWS.matcher(reference.repository()).matches()
        || reference.tag().exists(tag -> tag.contains("windowsservercore") || tag.contains("nanoserver"))
        || platform.exists(name -> name.startsWith("windows"));
  }

  /** Where a cache directory lies on the image, where the image moves it itself. */
  public Option<String> placeOf(CacheDirectory cache) {
    if (cache.places().isEmpty()) {
      return Option.none();
    }
    String image = reference.path().replaceFirst("^.*/library/", "").toLowerCase(Locale.ROOT);
    return cache
        .places()
        .find(place -> place.images().matches(image))
        .map(CacheDirectory.Place::path);
  }
}
