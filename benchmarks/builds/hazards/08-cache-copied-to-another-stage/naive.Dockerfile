FROM python:3.12-slim-bookworm AS warm
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install requests

FROM python:3.12-slim-bookworm
COPY --from=warm /root/.cache/pip /wheels
