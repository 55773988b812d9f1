package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.ImageReference;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * Well-known images whose apt has a repository beside those of the distribution: a regular expression of the image's name
 * and tag, and whose repository it is.
 *
 * <p>Sources: their Dockerfiles, in nvidia/container-images/cuda, pytorch/pytorch ({@code devel}), tensorflow/tensorflow
 * ({@code gpu}) and vllm-project/vllm, which are built on the former, ROCm/ROCm-docker, osrf/docker_images, docker-library/postgres,
 * mariadb and mongo, postgis/docker-postgis and pgvector/pgvector, which are built on postgres, mono/docker,
 * GoogleCloudPlatform/cloud-sdk-docker and cloud-builders ({@code gcloud/Dockerfile.slim}), SeleniumHQ/docker-selenium,
 * apache/airflow ({@code install_mysql.sh} and its like), microsoft/playwright, Azure/azure-functions-docker,
 * CircleCI-Public/cimg-base, on which all of {@code cimg} are built, and devcontainers/images (Yarn's repository: issue 370).
 */
final class ImageRepositories {

  private static final Vector<Tuple2<Pattern, String>> TABLE =
      Vector.of(
          Tuple.of(Pattern.compile("(nvcr\\.io/)?nvidia/cuda(gl)?(:.*)?"), "NVIDIA"),
          Tuple.of(Pattern.compile("(pytorch/pytorch:.*-devel|tensorflow/tensorflow:.*gpu.*|vllm/vllm-openai(:.*)?)"), "NVIDIA"),
          Tuple.of(Pattern.compile("rocm/.*"), "AMD"),
          Tuple.of(Pattern.compile("(ros|osrf/ros2?)(:.*)?"), "ROS"),
          Tuple.of(Pattern.compile("gazebo(:.*)?"), "Gazebo"),
          Tuple.of(Pattern.compile("(postgres|postgis/postgis|pgvector/pgvector)(:.*)?"), "PostgreSQL"),
          Tuple.of(Pattern.compile("mariadb(:.*)?"), "MariaDB"),
          Tuple.of(Pattern.compile("mongo(:.*)?"), "MongoDB"),
          Tuple.of(Pattern.compile("mono(:.*)?"), "Mono"),
          Tuple.of(Pattern.compile("(google|gcr\\.io/google\\.com/cloudsdktool)/(google-)?cloud-(sdk|cli)(:.*)?"), "Google"),
          Tuple.of(Pattern.compile("selenium/.*"), "Google"),
          Tuple.of(Pattern.compile("gcr\\.io/cloud-builders/gcloud-slim(:.*)?"), "Git's maintainers"),
          Tuple.of(Pattern.compile("cimg/.*"), "Docker"),
          Tuple.of(Pattern.compile("mcr\\.microsoft\\.com/playwright(:.*)?"), "NodeSource"),
          Tuple.of(Pattern.compile("mcr\\.microsoft\\.com/azure-functions/python(:.*)?"), "Microsoft"),
          Tuple.of(Pattern.compile("apache/airflow(:.*)?"), "MySQL"),
          Tuple.of(Pattern.compile("mcr\\.microsoft\\.com/(vscode/)?devcontainers/(python|javascript-node|typescript-node)(:.*)?"), "Yarn"));

  private ImageRepositories() {}

  /** Whose repository an image has; none where no such image is known. */
  static Option<String> of(ImageReference image) {
    String name = image.domain().equals("docker.io") ? image.path() : image.domain() + "/" + image.path();
    String tagged = name + image.tag().map(tag -> ":" + tag).getOrElse("");
    return TABLE.find(row -> row._1.matcher(tagged).matches()).map(Tuple2::_2);
  }
}
