# Build dependencies that come and go in one step.
FROM python:3.12-alpine3.20
RUN apk add --no-cache --virtual .build-deps gcc musl-dev libffi-dev \
 && pip install --no-cache-dir cffi cryptography \
 && apk del .build-deps
RUN apk --update add bash && rm -rf /var/cache/apk/*
COPY dinghy.py /
CMD ["python", "/dinghy.py"]
