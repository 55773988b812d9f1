# All that an image says of itself, in every form that there is.
FROM python:3.12-slim
LABEL org.opencontainers.image.title="lookout" \
      org.opencontainers.image.description="Watches the sea; says \"ship\" when one comes" \
      org.opencontainers.image.licenses=Apache-2.0
MAINTAINER The crew <crew@example.com>
RUN pip install lookout
EXPOSE 8080/tcp 9000-9005/udp
VOLUME /var/lib/lookout /var/log/lookout
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=30s --timeout=3s --start-period=1m --retries=3 \
  CMD curl -f http://localhost:8080/health || exit 1
ENTRYPOINT exec lookout --listen "$ADDRESS"
