# Users come and go: by name, by number, with and without a home.
FROM ubuntu:22.04
RUN groupadd -g 2000 crew && useradd -m -u 2000 -g crew -s /bin/bash deckhand
RUN apt-get update && apt-get install -y python3-pip sudo && rm -rf /var/lib/apt/lists/* \
    && echo 'deckhand ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/deckhand
USER deckhand
WORKDIR /home/deckhand/app
COPY --chown=deckhand:crew requirements.txt .
RUN pip install --user --no-cache-dir -r requirements.txt
RUN sudo apt-get update && sudo apt-get install -y vim && sudo rm -rf /var/lib/apt/lists/*
USER root
RUN pip install --no-cache-dir supervisor && adduser --system --no-create-home --uid 101 watch
USER 101:101
RUN pip install --no-cache-dir --target /tmp/site watchdog || true
USER ${RUNTIME_USER:-deckhand}
CMD ["supervisord", "-n"]
