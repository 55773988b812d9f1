# syntax=docker/dockerfile:1
# Secrets, agents, the network and devices: flags that are not ours to touch.
FROM python:3.12
RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true,mode=0400 \
    --mount=type=ssh \
    pip install --no-cache-dir git+ssh://git@example.com/crew/mast.git@v2
RUN --mount=type=secret,id=token,env=TOKEN pip install --extra-index-url "https://:$TOKEN@example.com/simple" rigging
RUN --network=none pip install --no-index --find-links /wheels sails
RUN --security=insecure mount -t tmpfs none /mnt && umount /mnt
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/mast.tar.gz /opt/
COPY --link --parents --exclude=*.pyc src/*/config.yml /etc/mast/
