# Cleaning in more ways than are needed.
FROM python:3.10
RUN apt-get -qq update && apt-get -qq install -y libxml2-dev < /dev/null > /dev/null \
    && apt-get autoremove -y --purge && apt-get autoclean && apt-get clean \
    && find /var/lib/apt/lists -mindepth 1 -delete \
    && rm -rf /var/cache/apt/* /usr/share/doc/* /usr/share/man/*
RUN pip install lxml && pip cache purge && rm -rf ~/.cache /root/.cache/pip /tmp/*
RUN pip install --no-cache-dir --no-compile scrapy; rm -fr /root/.cache/pip
RUN PIP_NO_CACHE_DIR=off pip install twisted && find / -type d -name __pycache__ -exec rm -rf {} +
ENV PIP_NO_CACHE_DIR=1
RUN pip install stowaway
