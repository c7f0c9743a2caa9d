import type { Page } from "playwright";

/** Another device of somebody's, in plain English whatever this one speaks. */
export async function otherDevice(page: Page): Promise<Page> {
  const other = await (await page.context().browser()!.newContext()).newPage();
  await other.goto(page.url().split("?")[0]!);
  return other;
}
