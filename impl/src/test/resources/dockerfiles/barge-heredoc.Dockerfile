# syntax=docker/dockerfile:1
# Scripts in heredocs: quoted, unquoted, with tabs, two in one instruction, and one for Python.
FROM debian:bookworm-slim
RUN <<EOF
set -e
apt-get update
apt-get install -y --no-install-recommends python3-pip ca-certificates
rm -rf /var/lib/apt/lists/*
EOF
COPY <<pip.conf <<'motd' /etc/
[global]
index-url = https://pypi.example.com/simple
pip.conf
Welcome aboard, ${USER}
motd
RUN <<-'SCRIPT' bash -eux
	for package in flask gunicorn; do
		pip install --break-system-packages --no-cache-dir "$package"
	done
	SCRIPT
RUN python3 <<PY
print("RUN pip install nothing")
PY
CMD ["flask", "run"]
