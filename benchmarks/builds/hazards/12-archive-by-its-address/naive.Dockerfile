FROM python:3.12-slim-bookworm
ARG CODE=old
COPY distribution.sh /distribution.sh
RUN sh /distribution.sh "$CODE"
RUN --mount=type=cache,target=/root/.cache/pip \
    python3 -m http.server --bind 127.0.0.1 --directory /dist 38471 & sleep 2; \
    pip install "localpackage @ http://127.0.0.1:38471/localpackage-main.tar.gz"
