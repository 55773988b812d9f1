FROM python:3.12-slim-bookworm
RUN useradd --create-home --uid 1000 app
USER app
RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=1000 \
    pip install requests \
    && rm -rf ~/.cache
