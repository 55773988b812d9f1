package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.ManagerTables.assertCaches;
import static dev.drydock.impl.caching.ManagerTables.assertLeft;
import static dev.drydock.impl.caching.ManagerTables.assertMounts;
import static dev.drydock.impl.caching.ManagerTables.assertSilent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Poetry, Pipenv and conda; two slashes part the lines of a file. */
class PythonManagersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          poetry | FROM python:3.12 // RUN poetry install --no-root | /root/.cache/pypoetry/cache,sharing=locked /root/.cache/pypoetry/artifacts,sharing=locked
          poetry | FROM python:3.12 // RUN pip install --cache-dir=/c poetry // RUN poetry install | /root/.cache/pypoetry/cache,sharing=locked /root/.cache/pypoetry/artifacts,sharing=locked
          poetry | FROM python:3.12 // ENV POETRY_CACHE_DIR=/tmp/poetry // RUN python -m poetry add flask | /tmp/poetry/cache,sharing=locked /tmp/poetry/artifacts,sharing=locked
          poetry | FROM python:3.12 // ENV XDG_CACHE_HOME=/c // RUN poetry self add poetry-plugin-export | /c/pypoetry/cache,sharing=locked /c/pypoetry/artifacts,sharing=locked
          pipenv | FROM python:3.12 // RUN pipenv install --system --deploy | /root/.cache/pipenv
          pipenv | FROM python:3.12 // RUN PIPENV_CACHE_DIR=/c pipenv sync | /c
          conda | FROM continuumio/miniconda3 // RUN conda env create -f environment.yml | /opt/conda/pkgs,sharing=locked
          conda | FROM condaforge/mambaforge:24.9 // RUN mamba install -y -n base numpy | /opt/conda/pkgs,sharing=locked
          conda | FROM debian // ENV MAMBA_ROOT_PREFIX=/mamba // RUN micromamba create -y -n x python | /mamba/pkgs,sharing=locked
          conda | FROM debian // ENV CONDA_PKGS_DIRS=/c // RUN conda install -y numpy | /c,sharing=locked
          """)
  void whatDownloadsIsMounted(String manager, String file, String mounts) {
    assertMounts(manager, file, mounts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          poetry | no-download | FROM python:3.12 // RUN poetry build
          poetry | removes-mount-point | FROM python:3.12 // RUN poetry install && rm -rf ~/.cache/pypoetry
          poetry | relocated | FROM python:3.12 // RUN poetry config cache-dir /opt/cache && poetry install
          poetry | build-settings | FROM python:3.12 // ENV CFLAGS=-O3 // RUN poetry install
          poetry | content | FROM python:3.12 // COPY cache /root/.cache/pypoetry/cache // COPY artifacts /root/.cache/pypoetry/artifacts // RUN poetry install
          pipenv | refused-setting | FROM python:3.12 // RUN pipenv install --clear
          pipenv | no-download | FROM python:3.12 // RUN pipenv graph
          conda | relocated | FROM debian // RUN conda install -y numpy
          conda | relocated | FROM acme/miniconda3 // RUN conda install -y numpy
          conda | relocated | FROM continuumio/miniconda3 // RUN conda config --set allow_softlinks true // RUN conda install -y numpy
          conda | refused-setting | FROM continuumio/miniconda3 // ENV CONDA_ALLOW_SOFTLINKS=true // RUN conda install -y numpy
          conda | removes-mount-point | FROM continuumio/miniconda3 // RUN conda install -y numpy && conda clean -afy
          conda | no-download | FROM continuumio/miniconda3 // RUN conda list
          conda | user | FROM mambaorg/micromamba // RUN micromamba install -y numpy
          conda | reader | FROM continuumio/miniconda3 // RUN conda install -y numpy // RUN conda create -y -n x --offline numpy
          """)
  void whatCannotBeMountedIsLeftAlone(String manager, String rule, String file) {
    assertLeft(manager, rule, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          poetry | FROM python:3.12 // RUN pip install poetry
          conda | FROM python:3.12 // RUN echo "conda install x"
          """)
  void whatIsNoCallIsNotSpokenOf(String manager, String file) {
    assertSilent(manager, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          conda | FROM continuumio/miniconda3 // RUN conda install -y numpy && conda clean -afy | FROM continuumio/miniconda3 // RUN --mount=type=cache,target=/opt/conda/pkgs,sharing=locked \\ //     conda install -y numpy
          poetry | FROM python:3.12 // RUN poetry install --no-cache && poetry cache clear --all pypi | FROM python:3.12 // RUN --mount=type=cache,target=/root/.cache/pypoetry/cache,sharing=locked \\ //     --mount=type=cache,target=/root/.cache/pypoetry/artifacts,sharing=locked \\ //     poetry install
          """)
  void whatDefeatsAMountGoesWithIt(String manager, String before, String after) {
    assertCaches(manager, before, after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN «pip»pip install «---no-cache-di »x", "RUN «pip»python3 -m pip «---no-ca »install x", "RUN «pip»pip install «---no-cache »x",
        "RUN «/root/x»pip install --cache-di=/root/x x", "RUN «pip»pip install --upgrade --pre x", "RUN «uv»uv pip install --no-cache-di x",
        "RUN «pip»pip install --no-c x"
      })
  void anOptionThatIsCutShortIsTheOneThatBeginsSo(String marked) {
    assertRefits(marked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pip | no-download | FROM python:3.12 // RUN pip install --no-ind x
          pip | refused-setting | FROM python:3.12 // RUN pip install --isol x
          pip | relocated | FROM python:3.12 // RUN pip install --cache-d=$X x
          pip | parents | FROM python:3.12 // RUN pip install --cache-d /a/b x
          conda | no-download | FROM continuumio/miniconda3 // RUN conda install -y --dry x
          conda | reader | FROM continuumio/miniconda3 // RUN conda install -y numpy // RUN conda create -y -n x --offl numpy
          conda | removes-mount-point | FROM continuumio/miniconda3 // RUN conda install -y numpy && conda clean -y --force-pkgs
          conda | removes-mount-point | FROM continuumio/miniconda3 // RUN conda install -y numpy && conda clean -y --force
          """)
  void theSameForWhatKeepsAMountAway(String manager, String rule, String file) {
    assertLeft(manager, rule, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          conda | FROM continuumio/miniconda3 // RUN conda env create --force -f x.yml | /opt/conda/pkgs,sharing=locked
          pip | FROM python:3.12 // RUN pip install --no-in x | /root/.cache/pip
          uv | FROM python:3.12 // RUN uv pip install --off x | /root/.cache/uv
          apt | FROM debian:12 // RUN apt-get update && apt-get install -y --download x | /var/cache/apt,sharing=locked /var/lib/apt,sharing=locked
          """)
  void whereSeveralBeginSoOrNoneMayBeCutShortItStandsForNone(String manager, String file, String mounts) {
    assertMounts(manager, file, mounts);
  }
}
