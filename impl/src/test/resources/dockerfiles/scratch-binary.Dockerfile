# No shell, no package manager: an image of one file.
FROM alpine:3.20 AS certs
RUN apk add -U ca-certificates
FROM scratch
COPY --from=certs /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --chmod=0755 hello /hello
USER 65534:65534
ENTRYPOINT ["/hello"]
