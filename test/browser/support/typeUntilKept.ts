import type { Page } from "playwright";
import { wait } from "#client/wait.ts";

/** Types, and resolves once a draft has been kept that has all of it: one is kept a moment after the last change. */
export async function typeUntilKept(page: Page, type: () => Promise<unknown>): Promise<void> {
  const lastChange = await page.evaluateHandle(() => {
    const last = { at: Date.now() };
    for (const name of ["input", "change"]) addEventListener(name, () => void (last.at = Date.now()), true);
    return last;
  });
  await type();
  const isKept = async () => (await keptAt(page)) >= (await lastChange.evaluate(({ at }) => at)) + aMoment;
  for (const end = Date.now() + longest; !(await isKept()); await wait(50)) {
    if (Date.now() > end) throw new Error("What was typed is not kept.");
  }
}

const longest = 20_000;

/** Drafts are kept no sooner after a change, in milliseconds. */
const aMoment = 200;

/** When the newest draft was kept, by the page's clock. */
async function keptAt(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error!));
      });
    if (!(await indexedDB.databases()).some(({ name }) => name === "ownchart-drafts")) return 0;
    const database = await done(indexedDB.open("ownchart-drafts"));
    try {
      const drafts = await done(database.transaction("drafts").objectStore("drafts").getAll());
      return Math.max(0, ...drafts.map(({ keptAt: at }: { keptAt: number }) => at));
    } finally {
      database.close();
    }
  });
}
