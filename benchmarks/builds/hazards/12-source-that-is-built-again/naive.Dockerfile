FROM python:3.12-slim-bookworm
ARG CODE=old
COPY distribution.sh /distribution.sh
RUN sh /distribution.sh "$CODE"
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --find-links /dist localpackage
