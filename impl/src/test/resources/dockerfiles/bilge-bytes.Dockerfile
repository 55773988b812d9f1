# A comment in Latin-1: no UTF-8, and yet a Dockerfile.
# Küche
FROM python:3.12-slim
RUN pip install --no-cache-dir bilge
