FROM python:3.12-slim-bookworm
SHELL ["/bin/bash", "-c"]
RUN --mount=type=cache,target=/root/.cache/pip \
    shopt -s dotglob && pip install requests && rm -rf /root/*
