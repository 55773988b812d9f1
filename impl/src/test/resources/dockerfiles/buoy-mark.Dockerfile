# syntax=docker/dockerfile:1
# A byte order mark before a directive.
FROM python:3.12-slim
RUN pip install --no-cache-dir buoy
