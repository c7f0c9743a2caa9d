import { once } from "node:events";
import { type Server, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, expect, it } from "vitest";
import { freePort } from "#test/support/freePort.ts";
import { isListening } from "#test/system/support/listening.ts";
import { BuiltFile } from "./BuiltFile.ts";
import { type ServedApp, serveApp } from "./serveApp.ts";

let served: ServedApp | undefined;
let other: Server | undefined;

afterEach(async () => {
  await served?.end();
  other?.close();
  [served, other] = [undefined, undefined];
});

const build = new Map([["index.html", new BuiltFile("index.html", new TextEncoder().encode("the landing page"))]]);
const world = { build, configuration: {}, connectOrigins: [] };

it("is found under the name localhost, whichever address that stands for", async () => {
  const port = await freePort();
  served = await serveApp({ port, ...world });
  expect(served.url).toBe(`http://localhost:${port}`);
  for (const host of ["localhost", "127.0.0.1"]) {
    expect(await (await fetch(`http://${host}:${port}/`)).text()).toBe("the landing page");
  }
  await served.end();
  expect(await isListening(port)).toBe(false);
});

const hasIpv6 = Object.values(networkInterfaces()).some((all = []) => all.some(({ address }) => address === "::1"));

it.each(hasIpv6 ? ["127.0.0.1", "::1"] : ["127.0.0.1"])(
  "says in one sentence that its port is taken on %s, and gives back what it took",
  async (host) => {
    const port = await freePort();
    other = createServer().listen(port, host);
    await once(other, "listening");
    await expect(serveApp({ port, ...world })).rejects.toThrow(
      `Port ${port} is taken: Ownchart, or another program, is running. End that one first, or set OWNCHART_APP_PORT.`,
    );
    expect(await isListening(port)).toBe(host === "127.0.0.1");
  },
);
