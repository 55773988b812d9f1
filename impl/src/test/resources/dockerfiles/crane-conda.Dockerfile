# An environment of conda; from the SHELL on every RUN goes through it.
FROM continuumio/miniconda3:24.7.1-0
WORKDIR /crane
COPY environment.yml .
RUN apt-get update -y && apt-get install -y libgl1 && apt-get clean
RUN conda env create -f environment.yml && conda clean --all --yes
SHELL ["conda", "run", "--no-capture-output", "-n", "crane", "/bin/bash", "-c"]
RUN pip install --no-cache-dir -e .
RUN python -c "import crane"
ENTRYPOINT ["conda", "run", "--no-capture-output", "-n", "crane", "python", "-m", "crane"]
