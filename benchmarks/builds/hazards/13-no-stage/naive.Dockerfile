# The base is prepended by a script.
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install requests
