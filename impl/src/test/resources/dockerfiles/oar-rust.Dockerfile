# Rust by cargo-chef, and a Python package that is compiled by maturin.
FROM rust:1.79-slim-bookworm AS chef
RUN cargo install cargo-chef --locked
WORKDIR /oar
FROM chef AS planner
COPY . .
RUN cargo chef prepare --recipe-path recipe.json
FROM chef AS builder
COPY --from=planner /oar/recipe.json recipe.json
RUN cargo chef cook --release --recipe-path recipe.json
COPY . .
RUN cargo build --release --bin oar
FROM python:3.12-slim
COPY --from=builder /oar/target/release/oar /usr/local/bin/oar
RUN RUSTFLAGS="-C target-cpu=native" pip install --no-cache-dir oar-python
