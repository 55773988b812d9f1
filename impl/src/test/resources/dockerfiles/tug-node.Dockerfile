# A front end by npm beside a back end by pip.
FROM node:20-bookworm-slim AS web
WORKDIR /web
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund && npm cache clean --force
COPY web/ ./
RUN npm run build

FROM python:3.12-slim
RUN apt-get update; apt-get install -y --no-install-recommends nginx; rm -rf /var/lib/apt/lists/*
WORKDIR /tug
COPY requirements/ requirements/
RUN python -m pip install --no-cache-dir -r requirements/production.txt
COPY --from=web /web/dist /usr/share/nginx/html
COPY tug/ tug/
CMD ["sh", "-c", "nginx && exec gunicorn tug.wsgi"]
