# BuildKit refuses this file: an instruction that there is not, and a heredoc without an end.
FROM python:3.12
RUN pip install --no-cache-dir flask
INCLUDE common.docker
RUN <<EOF
apt-get update && apt-get install -y curl
