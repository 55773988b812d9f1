FROM python:3.12-slim-bookworm
RUN --mount=type=cache,target=~/.cache/pip pip install requests
