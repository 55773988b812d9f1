# Everything in exec form, once with an array that is none.
FROM debian:12
RUN ["apt-get", "update"]
RUN ["/bin/bash", "-c", "apt-get install -y --no-install-recommends python3-venv && rm -rf /var/lib/apt/lists/*"]
RUN ["python3", "-m", "venv", "/venv"]
RUN ["/venv/bin/pip", "install", "--no-cache-dir", "bollard==1.2"]
RUN [ "echo", "caf\u00e9 \"au lait\"" ]
RUN ["echo", 'no array'] || true
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
RUN [[ -d /venv ]] && /venv/bin/pip install extras
VOLUME ["/data", "/logs with blank"]
COPY ["crew list.txt", "/srv/"]
ENTRYPOINT ["/venv/bin/bollard"]
CMD ["--help"]
