import type { Page } from "playwright";

/** Comes in as one of the sample people, as a newcomer does: a click, and a card. */
export async function comeInAs(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Come in as ${name}` }).click();
  await confirm(page, "Sign in");
  await page.getByRole("button", { name: "Lock", exact: true }).waitFor();
}

/** Says yes to the card that is shown. */
export async function confirm(page: Page, action: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: action, exact: true }).click();
}
