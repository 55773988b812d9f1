FROM debian:bookworm-slim AS seed
RUN mkdir /seed && echo sown > /seed/seed.txt

FROM python:3.12-slim-bookworm
RUN --mount=type=bind,from=seed,source=/seed,dst=/root/.cache/pip,rw \
    --mount=type=cache,target=/root/.cache/pip \
    pip install requests && cat /root/.cache/pip/seed.txt > /seen
