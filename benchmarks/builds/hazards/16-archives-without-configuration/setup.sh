set -e
apt-get update
apt-get install -y --no-install-recommends bc
rm -rf /var/lib/apt/lists/*
