FROM python:3.12-slim-bookworm
ENV CFLAGS="-DWITH_CUDA"
RUN pip install --no-cache-dir nativeflags
