import { type Context, Hono } from "hono";
import { pageHeaders } from "./pageHeaders.ts";
import { BuiltFile } from "./BuiltFile.ts";
import type { Build } from "./readBuild.ts";

export type AppServerParameters = {
  build: Build;
  /** What the app asks for at its start, as /configuration.json. */
  configuration: unknown;
  /** Whom it may talk to beside its own origin. */
  connectOrigins: readonly string[];
};

/** The landing page, the app at every address below /app, and nothing that is not in the build. */
export function createAppServer({ build, configuration, connectOrigins }: AppServerParameters) {
  const headers = Object.entries(pageHeaders(connectOrigins));
  const path = "configuration.json";
  const files = new Map([
    ...build,
    [path, new BuiltFile(path, new Uint8Array(Buffer.from(JSON.stringify(configuration))))],
  ]);

  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of headers) context.header(name, value);
  });
  app.get("*", async (context) => {
    const file = files.get(fileAt(context.req.path));
    if (file !== undefined) return answer(context, file, 200);
    const page = files.get("404.html");
    return page === undefined ? context.notFound() : answer(context, page, 404);
  });
  app.all("*", (context) => context.body(null, 405, { Allow: "GET, HEAD" }));
  return app;
}

function fileAt(address: string): string {
  if (address === "/") return "index.html";
  return /^\/app(\/|$)/.test(address) ? "app/index.html" : address.slice(1);
}

async function answer(context: Context, file: BuiltFile, status: 200 | 404): Promise<Response> {
  const encoding = file.encodingFor(context.req.header("Accept-Encoding") ?? "");
  const bytes = await file.bytesAs(encoding);
  return context.body(bytes, status, {
    "Content-Type": file.mediaType,
    "Content-Length": String(bytes.length),
    "Cache-Control": file.isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
    Vary: "Accept-Encoding",
    ...(encoding === undefined ? {} : { "Content-Encoding": encoding }),
  });
}
