package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.ManagerTables.assertCaches;
import static dev.drydock.impl.caching.ManagerTables.assertLeft;
import static dev.drydock.impl.caching.ManagerTables.assertMounts;
import static dev.drydock.impl.caching.ManagerTables.assertSilent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** npm, Yarn, pnpm and Bun; two slashes part the lines of a file. */
class JavaScriptManagersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          npm | FROM node:22 // RUN npm ci --omit=dev | /root/.npm
          npm | FROM node:22 // RUN npm --prefix web i -g pnpm | /root/.npm
          npm | FROM node:22 // RUN npx playwright install | /root/.npm
          npm | FROM node:22 // ENV npm_config_cache=/c // RUN npm install | /c
          npm | FROM node:22 // RUN npm ci --cache /c | /c
          npm | FROM node:22 // RUN npm ci --prefer-offline | /root/.npm
          npm | FROM node:22 // RUN npm ci --cache=/c --userconfig .npmrc | /c
          yarn | FROM node:22 // RUN corepack prepare yarn@1.22.22 --activate && yarn set version classic && yarn | /usr/local/share/.cache/yarn,sharing=locked
          yarn | FROM node:22 // RUN yarn | /usr/local/share/.cache/yarn,sharing=locked
          yarn | FROM node:22 // RUN yarn install --frozen-lockfile --cache-folder /c | /c,sharing=locked
          yarn | FROM node:22 // ENV XDG_CACHE_HOME=/c // RUN yarn add left-pad | /c/yarn,sharing=locked
          pnpm | FROM node:22 // RUN pnpm install --frozen-lockfile | /root/.local/share/pnpm/store
          pnpm | FROM node:22 // ENV PNPM_HOME=/pnpm // RUN pnpm i | /pnpm/store
          pnpm | FROM node:22 // ENV XDG_DATA_HOME=/data // RUN pnpm fetch | /data/pnpm/store
          pnpm | FROM node:22 // RUN pnpm i --store-dir=/s | /s
          bun | FROM node:22 // RUN bun install --frozen-lockfile | /root/.bun/install/cache,sharing=locked
          bun | FROM node:22 // RUN bunx playwright install | /root/.bun/install/cache,sharing=locked
          bun | FROM node:22 // ENV BUN_INSTALL=/opt/bun // RUN bun add left-pad | /opt/bun/install/cache,sharing=locked
          bun | FROM node:22 // ENV BUN_INSTALL_CACHE_DIR=/c // RUN bun ci | /c,sharing=locked
          bun | FROM node:22 // RUN bun i --cache-dir=/c | /c,sharing=locked
          """)
  void whatDownloadsIsMounted(String manager, String file, String mounts) {
    assertMounts(manager, file, mounts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          npm | no-download | FROM node:22 // RUN npm run build
          npm | no-download | FROM node:22 // RUN npm ci --offline
          npm | no-download | FROM node:22 // ENV npm_config_offline=true // RUN npm ci
          npm | reader | FROM node:22 // RUN npm ci // RUN npm ci --offline
          npm | reader | FROM node:22 AS a // RUN npm ci // FROM a // RUN --network=none npm install
          npm | reader | FROM node:22 AS a // RUN npm ci // FROM node:22 // COPY --from=a /root/.npm /root/.npm
          npm | run-time | FROM node:22 // RUN npm ci // CMD ["npx", "serve"]
          npm | removes-mount-point | FROM node:22 // RUN npm ci && rm -rf /root/.npm
          npm | relocated | FROM node:22 // RUN npm config set cache /tmp/npm && npm ci
          npm | relocated | FROM node:22 // RUN npm config -g set cache /tmp/npm && npm ci
          npm | relocated | FROM node:22 // RUN npm config set --location global cache=/tmp/npm // RUN npm ci
          npm | relocated | FROM node:22 // COPY <<EOF .npmrc // fund=false // cache=/app/.npm // EOF // RUN npm ci
          npm | relocated | FROM node:22 // RUN printf 'fund=false\\ncache=/c\\n' > .npmrc // RUN npm ci
          npm | user | FROM node:22 // USER app // RUN npm ci
          yarn | no-download | FROM node:22 // RUN yarn build
          yarn | no-download | FROM node:22 // RUN yarn dlx serve
          yarn | relocated | FROM node:22 // RUN corepack enable && corepack prepare yarn@4.1.0 --activate // RUN yarn install
          yarn | relocated | FROM node:22 // RUN yarn set version berry && yarn install
          yarn | refused-setting | FROM node:22 // ENV YARN_CACHE_FOLDER=/c // RUN yarn install --immutable
          yarn | removes-mount-point | FROM node:22 // RUN yarn install && yarn cache clean
          yarn | relocated | FROM node:22 // RUN yarn config set cache-folder /c // RUN yarn
          yarn | reader | FROM node:22 // RUN yarn install // RUN yarn install --offline
          bun | no-download | FROM node:22 // RUN bun run build
          bun | no-download | FROM node:22 // RUN bun test
          bun | refused-setting | FROM node:22 // RUN bun install --backend=symlink
          bun | refused-setting | FROM node:22 // RUN bun install --backend symlink
          bun | removes-mount-point | FROM node:22 // RUN bun install && bun pm cache rm
          bun | removes-mount-point | FROM node:22 // RUN bun install && rm -rf ~/.bun
          bun | relocated | FROM node:22 // RUN printf '[install.cache]\\ndir = "/c"\\n' > bunfig.toml // RUN bun install
          bun | run-time | FROM node:22 // RUN bun install // CMD ["bunx", "serve"]
          bun | user | FROM node:22 // USER app // RUN bun install
          bun | reader | FROM node:22 AS a // RUN bun install // FROM node:22 // COPY --from=a /root/.bun /root/.bun
          pnpm | reader | FROM node:22 // RUN pnpm fetch // RUN pnpm install -r --offline
          pnpm | refused-setting | FROM node:22 // ENV npm_config_enable_global_virtual_store=true // RUN pnpm i
          pnpm | refused-setting | FROM node:22 // RUN pnpm add -g turbo
          pnpm | relocated | FROM node:22 // RUN pnpm config set store-dir /s // RUN pnpm i
          pnpm | run-time | FROM node:22 // RUN pnpm i // CMD ["pnpm", "dlx", "serve"]
          """)
  void whatCannotBeMountedIsLeftAlone(String manager, String rule, String file) {
    assertLeft(manager, rule, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          npm | FROM node:22 // RUN corepack enable
          yarn | FROM node:22 // RUN echo yarn install
          """)
  void whatIsNoCallIsNotSpokenOf(String manager, String file) {
    assertSilent(manager, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          npm | FROM node:22 // RUN npm ci && npm cache clean --force | FROM node:22 // RUN --mount=type=cache,target=/root/.npm \\ //     npm ci
          npm | FROM node:22 // RUN npm ci // RUN npm ci && npm cache clean --force | FROM node:22 // RUN --mount=type=cache,target=/root/.npm \\ //     npm ci // RUN --mount=type=cache,target=/root/.npm \\ //     npm ci
          npm | FROM node:22 // RUN npm ci && rm -rf ~/.npm | FROM node:22 // RUN --mount=type=cache,target=/root/.npm \\ //     npm ci
          pnpm | FROM node:22 // RUN pnpm i && pnpm store prune | FROM node:22 // RUN --mount=type=cache,target=/root/.local/share/pnpm/store \\ //     pnpm i
          bun | FROM node:22 // RUN bun install && rm -rf ~/.bun/install/cache | FROM node:22 // RUN --mount=type=cache,target=/root/.bun/install/cache,sharing=locked \\ //     bun install
          yarn | FROM node:22 // RUN yarn install && rm -rf /usr/local/share/.cache/yarn | FROM node:22 // RUN --mount=type=cache,target=/usr/local/share/.cache/yarn,sharing=locked \\ //     yarn install
          yarn | FROM node:22 // RUN yarn install && yarn cache clean | FROM node:22 // RUN yarn install && yarn cache clean
          """)
  void whatDefeatsAMountGoesWithIt(String manager, String before, String after) {
    assertCaches(manager, before, after);
  }
}
