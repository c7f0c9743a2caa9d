import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { patients } from "../../scripts/seed/people.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";
import { createHere } from "./support/ownWallet.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

test("somebody close sees what was shared with them, adds nothing, is asked nothing, and sees it end", async () => {
  const [patient, relative] = [await openApp(browser), await openApp(browser)];
  await createHere(patient);
  await patient.getByRole("link", { name: "Sharing" }).click();
  await patient.getByRole("link", { name: "Share my chart" }).click();
  await patient.getByRole("radio", { name: "Somebody close to me" }).check();
  await patient.getByLabel("What you call them").fill("My neighbour Ingrid");
  await patient.getByLabel("Their address").fill("0x1234");
  await patient.getByText(/^This is not a whole address/).waitFor();
  await patient.getByLabel("Their address").fill(patients.ingrid.account.address);
  await patient.getByLabel("Your name, as your doctor knows it").fill("Ada Marlow");
  await patient.getByLabel("Your date of birth").fill("1980-02-29");
  await patient.getByRole("button", { name: "Share with My neighbour Ingrid" }).click();
  await confirm(patient, "Share");
  await patient.getByText("My neighbour Ingrid can now see what you shared.").waitFor();

  await comeInAs(relative, "Ingrid Solberg");
  await relative.getByRole("link", { name: "Shared with me" }).click();
  expect(await relative.getByRole("link", { name: "Ask for access" }).count()).toBe(0);
  await relative.getByRole("link", { name: "Open the chart of Ada Marlow" }).click();
  await relative.getByText(/^\d+ records$/).waitFor();
  const inChart = relative.getByRole("navigation", { name: "In this chart" });
  expect(await inChart.getByRole("link").allTextContents()).toEqual(["Timeline", "At a glance", "Over time"]);

  await patient.getByRole("button", { name: "End sharing with My neighbour Ingrid" }).click();
  await confirm(patient, "End it");
  await relative.getByText("This chart is not shared with you, or no longer.").waitFor();
  expect(complaints).toEqual([]);
}, 120_000);
