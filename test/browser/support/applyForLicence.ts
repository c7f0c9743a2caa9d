import type { Page } from "playwright";
import { confirm } from "./comeInAs.ts";
import { createHere } from "./ownWallet.ts";

let numbers = 0;

/** A number that no test has given away before, on a chain that other tests use too. */
export function newNumber(): string {
  return `T-${Date.now()}-${++numbers}`;
}

/** Somebody new with a wallet that was made on their device, who asks the sample board for a licence. */
export async function applyAs(page: Page, name: string, number = newNumber()): Promise<void> {
  await createHere(page);
  await page.getByRole("link", { name: "Vault" }).click();
  await page.getByRole("link", { name: "I am a clinician: my licence" }).click();
  await apply(page, { name, number });
}

export async function apply(page: Page, { name, number }: { name: string; number: string }): Promise<void> {
  await page.getByRole("link", { name: "Apply for a licence" }).click();
  await page.getByLabel("Name, as it shall stand on the licence").fill(name);
  await page.getByLabel("Licence number, as your board gave it to you").fill(number);
  await page.getByRole("button", { name: "Send to the board" }).click();
  await confirm(page, "Sign and send");
  await page.getByText("Your application is with the board.").waitFor();
}

/** Says yes to the card of this title, though another dialog is below it. */
export async function confirmCard(page: Page, title: RegExp, action: string): Promise<void> {
  await page.getByRole("dialog", { name: title }).getByRole("button", { name: action, exact: true }).click();
}
