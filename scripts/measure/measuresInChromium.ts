import { fileURLToPath } from "node:url";
import { type Browser, type JSHandle, chromium } from "playwright";
import type { Plugin } from "vitest/config";
import { createViteServer } from "vitest/node";
import { chromiumFlags } from "../browser/chromiumFlags.ts";
import { findChromium } from "../browser/findChromium.ts";
import type { Measure, Topic } from "./Measure.ts";

type Server = Awaited<ReturnType<typeof createViteServer>>;

/** Without them a page's clock is twenty times coarser. */
const isolation = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

const emptyPage: Plugin = {
  name: "empty-page",
  configureServer({ middlewares }) {
    middlewares.use("/empty", (_, response) =>
      response.writeHead(200, { "Content-Type": "text/html", ...isolation }).end("<!doctype html>"),
    );
  },
};

/** Runs a topic in a page of its own, and tells each figure as soon as it was measured. */
export async function* measuresInChromium(module: URL): AsyncGenerator<Measure> {
  await using opened = new AsyncDisposableStack();
  const server = opened.adopt(await serve(module), (each) => each.close());
  const browser = opened.use(await launch());
  const page = await browser.newPage();
  await page.goto(`${server.resolvedUrls?.local[0]}empty`);
  const measures: JSHandle<ReturnType<Topic["measures"]>> = await page.evaluateHandle(startingIn(module));
  for (;;) {
    const { done, value } = await measures.evaluate((iterator) => iterator.next());
    if (done) return;
    yield value;
  }
}

/** Text and no function, whose `import` Vitest would turn into a word of its own. */
function startingIn(module: URL): string {
  const platform = '{ kind: "chromium", memory: () => performance.memory.usedJSHeapSize }';
  return `import("/@fs${module.pathname}").then(({ measures }) => measures(${platform}))`;
}

async function launch(): Promise<Browser> {
  return chromium.launch({ args: [...chromiumFlags, "--enable-precise-memory-info"], ...(await findChromium()) });
}

/** Serves the module as it stands here. Its libraries are bundled beforehand, so that nothing reloads in between. */
async function serve(module: URL): Promise<Server> {
  const server = await createViteServer({
    root: fileURLToPath(new URL("../../", import.meta.url)),
    configFile: false,
    appType: "custom",
    logLevel: "error",
    cacheDir: "node_modules/.vite/bench",
    optimizeDeps: { entries: fileURLToPath(module) },
    plugins: [emptyPage],
    server: { host: "localhost", port: 0, hmr: false, ws: false, watch: null, headers: isolation },
  });
  return server.listen();
}
