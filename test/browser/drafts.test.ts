import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { openApp, openBrowser } from "./support/openApp.ts";
import { storedText } from "./support/storedText.ts";
import { typeUntilKept } from "./support/typeUntilKept.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const person = "Maya Chen";

async function openShare(page: Page) {
  await page.getByRole("link", { name: "Sharing" }).click();
  await page.getByRole("link", { name: "Share my chart" }).click();
}

test("a share that was being typed comes back after a reload, and lies nowhere in the clear", async () => {
  const page = await openApp(browser);
  await comeInAs(page, person);
  await openShare(page);
  await typeUntilKept(page, async () => {
    await page.getByRole("radio", { name: "Somebody close to me" }).check();
    await page.getByLabel("What you call them").fill("Grandmother Zephyrine");
    await page.getByLabel("Their address").fill("0xAbCdEf");
    await page.getByRole("checkbox", { name: "Genetics" }).check();
    await page.getByRole("radio", { name: "One year" }).check();
    await page.getByLabel("Your name, as your doctor knows it").fill("Maya Quillfeather");
  });

  const stored = await storedText(page);
  expect(stored).toContain("ownchart-drafts");
  for (const word of ["Zephyrine", "Quillfeather", "0xAbCdEf", "genomics", "relative", "1993-08-14"])
    expect(stored.toLowerCase()).not.toContain(word.toLowerCase());

  await page.reload();
  await comeInAs(page, person);
  await openShare(page);
  await page.getByText("You were about to share your chart with Grandmother Zephyrine.").waitFor();
  await button(page, "Go on with it").click();
  expect(await page.getByLabel("What you call them").inputValue()).toBe("Grandmother Zephyrine");
  expect(await page.getByLabel("Their address").inputValue()).toBe("0xAbCdEf");
  expect(await page.getByRole("checkbox", { name: "Genetics" }).isChecked()).toBe(true);
  expect(await page.getByRole("radio", { name: "One year" }).isChecked()).toBe(true);
  expect(await page.getByLabel("Your name, as your doctor knows it").inputValue()).toBe("Maya Quillfeather");

  await page.reload();
  await comeInAs(page, person);
  await openShare(page);
  await button(page, "Throw it away").click();
  await page.getByRole("radio", { name: /Hanna Weiss/ }).waitFor();
  expect(await page.getByRole("checkbox", { name: "Genetics" }).isChecked()).toBe(false);
  await page.reload();
  await comeInAs(page, person);
  await openShare(page);
  await page.getByRole("radio", { name: /Hanna Weiss/ }).waitFor();
}, 120_000);

test("a share that was sent leaves no draft, also where a reload interrupts it", async () => {
  const page = await openApp(browser);
  await comeInAs(page, person);
  await openShare(page);
  await typeUntilKept(page, () => page.getByRole("radio", { name: /Harbor General/ }).check());
  const sent = Promise.withResolvers<void>();
  await page.context().route("**/relay", async (route) => {
    await route.fetch();
    sent.resolve();
  });
  await page.getByRole("button", { name: "Share with Harbor General Hospital" }).click();
  await confirm(page, "Share");
  await sent.promise;
  await page.reload();
  await page.context().unroute("**/relay");
  await comeInAs(page, person);
  await page.getByText("The share that you signed before the page was loaded again is in force.").waitFor();
  await openShare(page);
  await page.getByRole("radio", { name: /Harbor General/ }).waitFor();
}, 120_000);

test("files that were chosen come back with their kinds; one that is too large is named", async () => {
  const page = await openApp(browser);
  await comeInAs(page, person);
  await page.getByRole("link", { name: "Add", exact: true }).click();
  const choosing = page.waitForEvent("filechooser");
  await button(page, "Choose files").click();
  const text = (name: string, buffer: Buffer) => ({ name, mimeType: "text/plain", buffer });
  await (
    await choosing
  ).setFiles([
    text("Mysterious rash.txt", Buffer.from("It itches like Vesuvius.")),
    text("Enormous scan.txt", Buffer.alloc(6_000_000, "a")),
  ]);
  await button(page, "Add 2 records").waitFor();
  await typeUntilKept(page, () => page.getByLabel("Kind of Mysterious rash").selectOption({ label: "Genetics" }));
  const stored = await storedText(page);
  for (const word of ["rash", "Vesuvius", "Enormous"]) expect(stored).not.toContain(word);

  await page.reload();
  await comeInAs(page, person);
  await page.getByRole("link", { name: "Add", exact: true }).click();
  await page.getByText("You were about to add Mysterious rash.txt, Enormous scan.txt.").waitFor();
  await button(page, "Go on with it").click();
  await page.getByText("please choose again: Enormous scan.txt").waitFor();
  await button(page, "Add 1 record").waitFor();
  expect(await page.getByLabel("Kind of Mysterious rash").inputValue()).toBe("genomics");
  await button(page, "Add 1 record").click();
  await confirm(page, "Add");
  await page.getByText("One record was added.").waitFor();
  await page.getByRole("link", { name: "Back to the chart" }).click();
  await page.getByRole("link", { name: "Add", exact: true }).click();
  await page.getByText("Drop files here").waitFor();
}, 120_000);

test("what a clinician was about to ask for comes back until it is asked for", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Harbor General Hospital");
  await page.getByRole("link", { name: "Ask for access" }).click();
  await typeUntilKept(page, () => page.getByRole("checkbox", { name: "Scans" }).check());
  await page.reload();
  await comeInAs(page, "Harbor General Hospital");
  await page.getByRole("link", { name: "Ask for access" }).click();
  await page.getByText("You were about to ask for access.").waitFor();
  await button(page, "Go on with it").click();
  expect(await page.getByRole("checkbox", { name: "Scans" }).isChecked()).toBe(true);
  await button(page, "Show a code").click();
  await confirm(page, "Sign the request");
  await page.getByRole("heading", { name: "Let the patient scan this" }).waitFor();
  await button(page, "Stop").click();
  await button(page, "Show a code").waitFor();
}, 120_000);
