# check=skip=JSONArgsRecommended;error=true
# syntax=docker/dockerfile:1.10
# escape=\
# Directives in an order of their own, and comments that only look like them.
# syntax=docker/dockerfile:0.9
#escape=`
FROM python:3.12-slim
# check=skip=ConsistentInstructionCasing
run pip install --no-cache-dir yard \
    # syntax=none \
    && echo "# escape=\`"
