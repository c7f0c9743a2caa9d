import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smallPdf } from "#test/support/smallPdf.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const concept = (system: string, code: string, display: string) => ({ coding: [{ system, code, display }] });
const history = JSON.stringify({
  resourceType: "Bundle",
  type: "collection",
  entry: [
    {
      resource: {
        resourceType: "Immunization",
        id: "i",
        status: "completed",
        occurrenceDateTime: "2025-10-01",
        vaccineCode: concept("http://hl7.org/fhir/sid/cvx", "140", "Influenza vaccine"),
        text: {
          status: "generated",
          div: "<div><script>document.title='ran'</script><b onclick='x()'>Flu shot</b></div>",
        },
      },
    },
    {
      resource: {
        resourceType: "Observation",
        id: "o",
        status: "final",
        effectiveDateTime: "2025-11-02T08:30:00Z",
        category: [concept("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory")],
        code: concept("http://loinc.org", "718-7", "Hemoglobin"),
        valueQuantity: { value: 13.4, unit: "g/dL" },
      },
    },
  ],
});
const onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

type File = { name: string; mimeType: string; buffer: Buffer };
const file = (name: string, mimeType: string, bytes: Uint8Array | string): File => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

async function choose(page: Page, files: File[]) {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await choosing).setFiles(files);
}

test("a history, a paper and a picture are added under one signature, and seen as what they are", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Maya Chen");
  await page.getByRole("link", { name: "Add", exact: true }).click();
  await choose(page, [
    file("portal-export.json", "application/json", history),
    file("Blood_test_November.pdf", "application/pdf", smallPdf(["Haemoglobin is fine"])),
    file("knee.png", "image/png", Buffer.from(onePixel, "base64")),
    file("cut.json", "application/json", history.slice(0, -9)),
    file("nothing.pdf", "application/pdf", ""),
  ]);
  await page.getByText("There is nothing in this file.").waitFor();
  await page.getByText("This file is damaged").waitFor();
  await page.getByRole("button", { name: "Remove cut.json" }).click();
  await page.getByRole("button", { name: "Add 4 records" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Not now" }).click();
  await page.getByText("This was not signed, so nothing was done.").waitFor();
  await page.getByRole("button", { name: "Add 4 records" }).click();
  await confirm(page, "Add");
  await page.getByText("4 records were added.").waitFor();

  await page.getByRole("link", { name: "My chart" }).click();
  await page.getByLabel("Search titles").fill("Blood test");
  await page.getByRole("button", { name: /Blood test November/ }).click();
  await page.getByRole("dialog").getByText("Haemoglobin is fine").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByLabel("Search titles").fill("Influenza");
  await page
    .getByRole("button", { name: /Influenza vaccine/ })
    .first()
    .click();
  await page.getByRole("dialog").getByText("Influenza vaccine").first().waitFor();
  expect(await page.title()).not.toBe("ran");
}, 120_000);

test("an allergy, a medicine and a blood pressure are written by hand, and added under one signature", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Maya Chen");
  await page.getByRole("link", { name: "Add", exact: true }).click();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await press("An allergy");
  await page.getByLabel("What you are allergic to").fill("Bee stings");
  await page.getByLabel("What happens").fill("Swelling");
  await page.getByLabel("How bad it is").selectOption("Severe");
  await press("Write it down");
  await press("A medicine");
  await press("Write it down");
  await page.getByText("Please write the name of the medicine.").waitFor();
  await page.getByLabel("Name of the medicine").fill("Cetirizine 10 mg");
  await page.getByLabel("How you take it").fill("One tablet in the evening");
  await press("Write it down");
  await press("A measurement");
  await page.getByLabel("Upper value").fill("123");
  await page.getByLabel("Lower value").fill("77");
  await press("Write it down");
  await page.getByRole("region", { name: "Blood pressure: 123/77 mmHg" }).getByText("1 record").waitFor();
  await press("Add 3 records");
  await confirm(page, "Add");
  await page.getByText("3 records were added.").waitFor();

  await page.getByRole("link", { name: "My chart" }).click();
  for (const [title, content] of [
    ["Summary: Bee stings", "Swelling (severe)"],
    ["Medicines: Cetirizine 10 mg", "One tablet in the evening"],
    ["Vital signs: Blood pressure", "123/77"],
  ] as const) {
    await page.getByLabel("Search titles").fill(title);
    await page.getByRole("button", { name: title }).first().click();
    await page.getByRole("dialog").getByText(content).first().waitFor();
    await press("Close");
  }
  await page.getByRole("link", { name: "Over time" }).click();
  await page.getByRole("button", { name: /^Blood pressure 123\/77/ }).waitFor();
}, 120_000);

test("what is stopped in the middle adds nothing", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Leo Chen");
  await page.getByRole("link", { name: "Add", exact: true }).click();
  await page.context().route("**/blobs", () => {}); // and it never ends
  await choose(page, [file("large scan.bin", "application/octet-stream", new Uint8Array(5_000_000).fill(7))]);
  await page.getByRole("button", { name: "Add 1 record" }).click();
  await page.getByRole("progressbar").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped: nothing was added.").waitFor();
}, 120_000);
