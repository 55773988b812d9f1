FROM python:3.12-slim-bookworm
RUN --mount=type=cache,target=/root/.cache/pip \
    NATIVEFLAGS_WITH_CUDA=1 pip install nativeflags
