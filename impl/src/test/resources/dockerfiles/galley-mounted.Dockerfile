# syntax=docker/dockerfile:1.4
# Mounts by hand, as different people wrote them over the years.
FROM python:3.11-slim
RUN rm -f /etc/apt/apt.conf.d/docker-clean; echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y gcc
RUN --mount=type=cache,id=pip-galley,mode=0755,target=/root/.cache pip install -r requirements.txt
RUN --mount=target=/src,ro --mount=type=tmpfs,target=/tmp,size=64m pip install /src
RUN --mount=type=cache,dst=/root/.cache/uv/ --network=default uv pip install --system galley
RUN pip install --no-cache-dir one-more
