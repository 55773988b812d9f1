# A base for other services: what they do happens in their own build.
FROM python:3.10-slim
WORKDIR /usr/src/app
ONBUILD ARG INDEX=https://pypi.org/simple
ONBUILD COPY requirements.txt /usr/src/app/
ONBUILD RUN pip install --no-cache-dir --index-url $INDEX -r requirements.txt
ONBUILD COPY . /usr/src/app
ONBUILD USER nobody
ONBUILD CMD ["python", "main.py"]
