# One process of Docket: not root, everything read-only but /data and /tmp. `docker-compose.yml` runs a web and
# workers of it beside Postgres and Redis. Alone, with the embedded database in a volume:
#
#   docker build -t docket .
#   docker run -d --init --restart unless-stopped --stop-timeout 20 --read-only --tmpfs /tmp \
#     --env-file .env -v docket:/data --name docket docket
#   docker exec docket node dist/backup.js

ARG NODE=20.20-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /docket
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build:server

FROM node:${NODE} AS modules
WORKDIR /docket
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:${NODE}
ENV NODE_ENV=production DATA_DIR=/data PORT=3000
WORKDIR /docket
RUN mkdir /data && chown node:node /data
COPY --from=modules /docket/node_modules ./node_modules
COPY --from=build /docket/dist ./dist
COPY package.json ./
USER node
VOLUME /data
EXPOSE 3000

# Whether the process lives, for that is what a restart mends. `/readyz` says whether it can work: a database that
# is away for a while must not end the process that waits for it.
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# The server, not `npm start`'s supervisor: the container's restart policy does its work. It handles SIGTERM itself
# and ends within 15 seconds.
ENTRYPOINT ["node", "dist/main.js"]
