# What the FROM is, which packages come and where caches lie, all by arguments.
ARG REGISTRY=docker.io/library
ARG BASE=python:3.12-slim
FROM ${REGISTRY}/${BASE} AS build
ARG BASE
ARG DEBIAN_FRONTEND=noninteractive
ARG EXTRA_PACKAGES=""
ARG PIP_CACHE_DIR
RUN apt-get update && apt-get install -y git ${EXTRA_PACKAGES} && rm -rf /var/lib/apt/lists/*
RUN if [ -n "$PIP_CACHE_DIR" ]; then pip install -r requirements.txt; else pip install --no-cache-dir -r requirements.txt; fi
FROM build AS test
ARG VERSION=dev
LABEL org.opencontainers.image.version="${VERSION}"
RUN pip install --no-cache-dir "pytest>=8,<9" tox==4.*
FROM build
