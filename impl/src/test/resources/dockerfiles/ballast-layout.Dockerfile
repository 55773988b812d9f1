  # Nothing stands where one would put it: keywords, comments and blanks.
from python:3.9 as	base
	run apt-get update   &&   \
# the compiler, for psycopg2

    apt-get install -y \
  # and its headers \
      gcc \

      libpq-dev	\   
    && rm -rf /var/lib/apt/lists/*
Env  A=1   B="two words"   C=three\ words
env LEGACY the rest of the line
RUN pip \
install \
--no-cache-dir \
psycopg2
label maintainer = "crew@example.com"


CoPy	--chown=1000:1000	.	.
CMD python \
  -m \
  ballast
