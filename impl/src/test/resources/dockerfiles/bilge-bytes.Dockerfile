# A byte order mark, and a comment in Latin-1 below.
# Küche
FROM python:3.12-slim
RUN pip install --no-cache-dir bilge
