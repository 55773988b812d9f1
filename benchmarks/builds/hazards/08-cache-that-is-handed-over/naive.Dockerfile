FROM python:3.12-slim-bookworm
ENV PIP_CACHE_DIR=/srv/app/pip
RUN useradd --create-home --uid 1000 app
RUN --mount=type=cache,target=/srv/app/pip \
    mkdir -p /srv/app && pip install requests && chown -R app:app /srv/app
