# The last line has no end, and goes on.
FROM python:3.12-slim
RUN pip install --no-cache-dir tide && \
    echo done \