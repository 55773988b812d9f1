# Shell that is more than a list of commands: loops, functions, conditions, substitutions.
FROM ubuntu:24.04
RUN for attempt in 1 2 3; do apt-get update && break || sleep "$attempt"; done; \
    apt-get install -y --no-install-recommends python3-pip jq
RUN retry() { local n=0; until "$@"; do n=$((n+1)); [ "$n" -ge 5 ] && return 1; sleep 2; done; }; \
    retry pip install --break-system-packages --no-cache-dir boto3
RUN case "$(dpkg --print-architecture)" in \
      amd64|i386) apt-get update && apt-get install -y intel-mkl ;; \
      *) echo "nothing for this machine" >&2 ;; \
    esac
RUN ( cd /tmp && curl -fsSLO https://example.com/hatch.tar.gz && tar xzf hatch.tar.gz && pip install ./hatch ) \
    && [ ! -d /root/.cache ] || rm -rf /root/.cache
RUN pip freeze | tee /requirements.lock | wc -l
RUN test -f /etc/hatch || { echo "missing"; true; }
