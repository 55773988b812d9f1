# syntax=docker/dockerfile:1.7
# uv with its files bound, the project installed last.
FROM python:3.13-slim
COPY --from=ghcr.io/astral-sh/uv:0.5.1 /uv /uvx /bin/
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
WORKDIR /app
RUN --mount=type=bind,source=uv.lock,target=uv.lock \
    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \
    uv sync --locked --no-install-project --no-cache
COPY . /app
RUN uv sync --locked --no-cache
ENV PATH="/app/.venv/bin:$PATH"
CMD ["pilot"]
