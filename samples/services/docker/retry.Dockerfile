FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1
ENV PYTHONUNBUFFERED=1

RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl libpq5 \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY retry/requirements.txt .
RUN pip install --no-cache-dir uv \
 && uv pip install --system --no-cache -r requirements.txt

COPY retry/src .
RUN useradd -m -u 10004 retry && chown -R retry:retry /app
USER retry
CMD ["python", "retry.py"]
