import type { Browser, Page } from "playwright";
import { confirm } from "../../../test/browser/support/comeInAs.ts";
import type { BrowserWorld } from "../../../test/browser/support/startApp.ts";
import type { Patient } from "../../seed/people.ts";

export type OpenTimelineParameters = { browser: Browser; world: BrowserWorld; person: Patient; records: number };

/** Milliseconds from when the vault is open to when the whole chart is shown, on a device that has never seen it. */
export async function openTimeline(parameters: OpenTimelineParameters): Promise<{ page: Page; milliseconds: number }> {
  const { browser, world, person, records } = parameters;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(world.appUrl);
  await page.getByRole("button", { name: `Come in as ${person.name}` }).click();
  const shown = page.evaluate(millisecondsFromUnlockTo, `${records} records`);
  await confirm(page, "Sign in");
  return { page, milliseconds: await shown };
}

/** Runs in the page. Whoever is in can lock; nobody else can. */
function millisecondsFromUnlockTo(sentence: string): Promise<number> {
  return new Promise((resolve) => {
    let start = 0;
    const observer = new MutationObserver(() => {
      const texts = new Set(Array.from(document.querySelectorAll("header button, main p"), (it) => it.textContent));
      if (start === 0 && texts.has("Lock")) start = performance.now();
      if (start === 0 || !texts.has(sentence)) return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}
