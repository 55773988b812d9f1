FROM python:3.12-slim-bookworm
ENV CFLAGS="-DWITH_CUDA"
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install nativeflags
