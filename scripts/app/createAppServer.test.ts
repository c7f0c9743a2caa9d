import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAppServer } from "./createAppServer.ts";
import { readBuild } from "./readBuild.ts";

const script = "console.log('ownchart');\n".repeat(100);
const configuration = { rpcUrl: "http://127.0.0.1:8545" };

let folder: string;
let app: ReturnType<typeof createAppServer>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ownchart-app-"));
  const files = {
    "outside.txt": "not for others",
    "dist/index.html": "the landing page",
    "dist/404.html": "nothing here",
    "dist/app/index.html": "the app",
    "dist/assets/app-1234.js": script,
    "dist/assets/font-1234.woff2": script,
    "dist/assets/pdf.worker-1234.mjs": script,
    "dist/assets/decoder-1234.wasm": script,
    "dist/icon.svg": "<svg/>",
  };
  await mkdir(join(folder, "dist/app"), { recursive: true });
  await mkdir(join(folder, "dist/assets"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const connectOrigins = ["http://127.0.0.1:8545", "http://localhost:8700"];
  app = createAppServer({ build: await readBuild(join(folder, "dist")), configuration, connectOrigins });
});

afterAll(() => rm(folder, { recursive: true }));

const get = (path: string, init: RequestInit = {}) => app.request(`http://localhost:5173${path}`, init);

describe("the app's server", () => {
  it.each([
    ["/", "the landing page", "text/html; charset=utf-8"],
    ["/app", "the app", "text/html; charset=utf-8"],
    ["/app/", "the app", "text/html; charset=utf-8"],
    ["/app/sharing/0x12?since=2024", "the app", "text/html; charset=utf-8"],
    ["/icon.svg", "<svg/>", "image/svg+xml"],
    ["/assets/app-1234.js", script, "text/javascript; charset=utf-8"],
    ["/assets/pdf.worker-1234.mjs", script, "text/javascript; charset=utf-8"],
    ["/assets/decoder-1234.wasm", script, "application/wasm"],
    ["/configuration.json", JSON.stringify(configuration), "application/json; charset=utf-8"],
  ])("answers %s", async (path, text, mediaType) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe(mediaType);
    expect(await answer.text()).toBe(text);
  });

  it.each([
    "/application",
    "/assets/",
    "/assets/gone.js",
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/..%2foutside.txt",
    "/assets/..%5c..%5coutside.txt",
    "//outside.txt",
    "/%",
    "/index.html%00",
    "/constructor",
    "/__proto__",
  ])("says that nothing is at %s", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("nothing here");
  });

  it("lets what has a hash in its name be kept for good, and everything else be asked for again", async () => {
    expect((await get("/assets/app-1234.js")).headers.get("Cache-Control")).toContain("immutable");
    for (const path of ["/", "/app/", "/icon.svg", "/configuration.json", "/gone"]) {
      expect((await get(path)).headers.get("Cache-Control")).toBe("no-cache");
    }
  });

  it("compresses for whoever can take it", async () => {
    const asked = async (path: string, accepted: string) => {
      const answer = await get(path, { headers: { "Accept-Encoding": accepted } });
      return { encoding: answer.headers.get("Content-Encoding"), bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    const brotli = await asked("/assets/app-1234.js", "gzip, deflate, br, zstd");
    expect(brotli.encoding).toBe("br");
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
    const gzip = await asked("/assets/app-1234.js", "gzip;q=0.8, br;q=0");
    expect(gzip.encoding).toBe("gzip");
    expect(gunzipSync(gzip.bytes).toString()).toBe(script);
    for (const accepted of ["", "identity", "gzip;q=0", "brr"]) {
      expect((await asked("/assets/app-1234.js", accepted)).encoding).toBeNull();
    }
    expect((await asked("/assets/font-1234.woff2", "br")).encoding).toBeNull();
    expect((await asked("/icon.svg", "br")).encoding).toBeNull();
  });

  it("answers a HEAD as its GET, without the body", async () => {
    const answer = await get("/assets/app-1234.js", { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Length")).toBe(String(script.length));
    expect(await answer.text()).toBe("");
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS"])("refuses %s", async (method) => {
    const answer = await get("/", { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe("GET, HEAD");
  });

  it.each([
    ["GET", "/"],
    ["GET", "/gone"],
    ["GET", "/assets/app-1234.js"],
    ["POST", "/"],
  ])("keeps pages to themselves on every answer: %s %s", async (method, path) => {
    const { headers } = await get(path, { method });
    const policy = headers.get("Content-Security-Policy")!.split("; ");
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "connect-src 'self' http://127.0.0.1:8545 http://localhost:8700",
      "worker-src 'self'",
      "manifest-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types ownchart",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("Permissions-Policy")).toContain("camera=(self)");
    expect(headers.get("Permissions-Policy")).toContain("microphone=()");
  });
});

it("a folder without a build is an error that says how to make one", async () => {
  await expect(readBuild(join(folder, "dist/assets"))).rejects.toThrow("npm run build:app");
});
