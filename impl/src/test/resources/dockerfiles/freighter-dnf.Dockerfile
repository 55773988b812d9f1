# Red Hat's family, with its own ways of cleaning up.
FROM registry.access.redhat.com/ubi9/ubi:9.4 AS full
RUN dnf install -y --setopt=install_weak_deps=False python3.12 python3.12-pip gcc && dnf clean all && rm -rf /var/cache/dnf
RUN python3.12 -m pip install --no-cache-dir freighter
FROM registry.access.redhat.com/ubi9/ubi-minimal
RUN microdnf -y install python3.12 --nodocs && microdnf clean all
COPY --from=full /usr/local /usr/local
USER 1001
CMD ["freighter"]
