FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends sl && rm -rf /var/lib/apt/lists/*
