import type { Browser } from "playwright";
import { afterAll, beforeAll, test } from "vitest";
import { press, tabTo } from "./support/keyboard.ts";
import { openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

test("a chart is shared, and the sharing ended, by keyboard alone", async () => {
  const page = await openApp(browser);
  await press(page, page.getByRole("button", { name: "Come in as Leo Chen" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Sign in" }));
  await press(page, page.getByRole("link", { name: "Sharing", exact: true }));
  await press(page, page.getByRole("link", { name: "Share my chart" }));
  await tabTo(page, page.getByRole("radio", { name: /Amara Okafor/ }));
  await page.keyboard.press("ArrowDown"); // to Dr. Hanna Weiss
  await press(page, page.getByRole("button", { name: "Share with Dr. Hanna Weiss" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Share" }));
  await page.getByText("Dr. Hanna Weiss can now see what you shared.").waitFor();
  await press(page, page.getByRole("button", { name: "End sharing with Dr. Hanna Weiss" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "End it" }));
  await page.getByText("Dr. Hanna Weiss can no longer open your chart.").waitFor();
}, 120_000);
