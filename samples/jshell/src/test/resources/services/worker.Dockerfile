FROM python:3.12-slim AS base
RUN apt-get install -y curl
FROM base
