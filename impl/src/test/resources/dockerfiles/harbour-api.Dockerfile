# A web service as most of them are: system libraries, then requirements, then the code.
FROM python:3.12-slim-bookworm

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1

WORKDIR /srv/harbour

RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        build-essential \
        libpq-dev \
        curl \
    && rm -rf /var/lib/apt/lists/*

COPY requirements.txt .
RUN pip install --no-cache-dir --upgrade pip \
    && pip install --no-cache-dir -r requirements.txt

COPY . .
RUN useradd --create-home --uid 1001 harbour && chown -R harbour:harbour /srv/harbour
USER harbour

EXPOSE 8000
CMD ["uvicorn", "harbour.main:app", "--host", "0.0.0.0", "--port", "8000"]
