import type { Browser, Page } from "playwright";
import { createTestClient, http } from "viem";
import { comeInAs } from "../../../test/browser/support/comeInAs.ts";
import type { BrowserWorld } from "../../../test/browser/support/startApp.ts";
import type { Patient } from "../../seed/people.ts";

export type ShareTimesParameters = { browser: Browser; world: BrowserWorld; person: Patient; runs: number };

/** In turns, so that what is told of one is not taken for the next. */
const grantees = ["Dr. Hanna Weiss", "Dr. Luís Ferreira"];

/**
 * Milliseconds from the approval of a share to the sentence that the other can now see it, with a block each second. A
 * sample person's wallet asks nothing itself: what approves is the card.
 */
export async function shareTimes({ browser, world, person, runs }: ShareTimesParameters): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(world.appUrl);
  await comeInAs(page, person.name);
  const chain = createTestClient({ mode: "hardhat", transport: http(world.rpcUrl) });
  await chain.setAutomine(false);
  await chain.setIntervalMining({ interval: 1 });
  try {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push(await shareOnce(page, grantees[run % grantees.length]!));
    return times;
  } finally {
    await chain.setIntervalMining({ interval: 0 });
    await chain.setAutomine(true);
    await page.context().close();
  }
}

async function shareOnce(page: Page, name: string): Promise<number> {
  await page.getByRole("link", { name: "Sharing" }).click();
  await page.getByRole("link", { name: "Share my chart" }).click();
  await page.getByRole("radio", { name }).check();
  await page.getByRole("button", { name: `Share with ${name}` }).click();
  const approval = page.getByRole("dialog").getByRole("button", { name: "Share", exact: true });
  await approval.waitFor();
  // Anywhere within the second between two blocks.
  await page.waitForTimeout(Math.random() * 1000);
  const shown = page.evaluate(millisecondsFromClickTo, `${name} can now see what you shared.`);
  await approval.click();
  const milliseconds = await shown;
  await page.waitForURL("**/sharing"); // where the app goes by itself
  return milliseconds;
}

/** Runs in the page. */
function millisecondsFromClickTo(sentence: string): Promise<number> {
  return new Promise((resolve) => {
    let start = 0;
    addEventListener("click", () => (start = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (start === 0 || !document.body.textContent.includes(sentence)) return;
      observer.disconnect();
      resolve(performance.now() - start);
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}
