# syntax=docker/dockerfile:1
# Cross building: the first stage runs on the builder's own platform.
FROM --platform=$BUILDPLATFORM golang:1.23-bookworm AS tools
ARG TARGETOS TARGETARCH
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/sextant ./cmd/sextant

FROM --platform=$TARGETPLATFORM python:3.12-slim
ARG TARGETARCH
RUN apt-get update && apt-get install -y --no-install-recommends libstdc++6:${TARGETARCH} && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir numpy
COPY --from=tools /out/sextant /usr/local/bin/
