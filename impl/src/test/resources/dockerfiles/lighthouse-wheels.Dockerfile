# Wheels are built in one stage and installed from it in the other.
FROM python:3.11-bullseye AS wheels
WORKDIR /wheels
COPY requirements.txt constraints.txt ./
RUN apt-get update && apt-get install -y --no-install-recommends gcc libffi-dev && rm -rf /var/lib/apt/lists/*
RUN pip wheel --wheel-dir /wheels --requirement requirements.txt --constraint constraints.txt

FROM python:3.11-slim-bullseye
RUN apt-get update && \
    apt-get -y install --no-install-recommends libffi7 tini && \
    apt-get clean && \
    rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*
COPY --from=wheels /wheels /wheels
RUN pip install --no-index --find-links=/wheels lighthouse && rm -rf /wheels
ENTRYPOINT ["/usr/bin/tini", "--", "lighthouse"]
