FROM python:3.12-slim-bookworm
RUN --mount=type=cache,target=/root/.cache/pip \
    echo "to install: pip install requests" > /usr/share/howto.txt
