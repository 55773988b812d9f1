# Carriage returns at every end of line, and one line without.
FROM python:3.12-slim
RUN apt-get update \
    && apt-get install -y git \
    && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir keel
CMD ["keel"]
