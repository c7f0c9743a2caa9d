import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServedApp } from "../../scripts/app/serveApp.ts";
import { chromiumFlags } from "../../scripts/browser/chromiumFlags.ts";
import { findChromium } from "../../scripts/browser/findChromium.ts";
import { serveForAudit } from "../../scripts/lighthouse/serveForAudit.ts";
import { violationsOn } from "./support/violationsOn.ts";

let served: ServedApp;
let browser: Browser;

beforeAll(async () => {
  served = await serveForAudit();
  browser = await chromium.launch({ args: chromiumFlags, ...(await findChromium()) });
});

afterAll(async () => {
  await browser?.close();
  await served?.end();
});

const looks = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => [width, scheme] as const));

describe.each([
  ["The landing page", "/", "Your health record, held by you"],
  ["The page for wrong addresses", "/nowhere", "There is no page at this address"],
])("%s", (_name, path, heading) => {
  it.each(looks)("can be read by everybody at %i px, %s", async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(served.url + path);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await context.close();
  });
});

describe("The landing page", () => {
  it("leads into the app by one key", async () => {
    const page = await browser.newPage();
    await page.goto(served.url);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${served.url}/app/**`);
    await page.close();
  });

  it("shows its drawings and fonts, runs no script, asks nobody else, and has nothing to complain about", async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(served.url, { waitUntil: "networkidle" });
    expect(await page.getByRole("img", { name: /page|envelopes/ }).count()).toBe(4);
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === "loaded").length)).toBe(2);
    expect(asked.filter((url) => !url.startsWith(served.url) || url.endsWith(".js"))).toEqual([]);
    expect(said).toEqual([]);
    await page.close();
  });
});

it("a string does not become markup or code in the app's pages", async () => {
  const page = await browser.newPage();
  await page.goto(`${served.url}/app/`);
  const refused = (script: string) =>
    page.addScriptTag({ content: script }).then(
      () => "ran",
      () => "refused",
    );
  expect(await refused("document.title = 'ran'")).toBe("refused");
  const thrown = await page.evaluate(() => {
    try {
      document.body.innerHTML = "<p>";
      return "nothing";
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(thrown).toBe("TypeError");
  await page.close();
});
