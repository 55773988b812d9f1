# A notebook image whose user is not root, and which goes back and forth.
FROM quay.io/jupyter/scipy-notebook:2024-07-01
USER root
RUN apt-get update --yes && \
    apt-get install --yes --no-install-recommends ffmpeg && \
    apt-get clean && rm -rf /var/lib/apt/lists/*
USER ${NB_UID}
RUN mamba install --yes 'quay>=2' && \
    mamba clean --all -f -y && \
    fix-permissions "${CONDA_DIR}" && \
    fix-permissions "/home/${NB_USER}"
RUN pip install --quiet --no-cache-dir jupyterlab-git
