import type { Page } from "playwright";
import { createHere } from "../ownWallet.ts";
import type { Screen } from "./Screen.ts";
import { link } from "./link.ts";
import { otherDevice } from "./otherDevice.ts";
import { patient } from "./people.ts";

/** A second device, seen from either side. */
export const deviceScreens: Screen[] = [
  {
    name: "join",
    async open(page) {
      await page.getByRole("button", { name: "I use Ownchart on another device" }).click();
      await page.getByRole("heading", { name: "Let your other device scan this" }).waitFor();
    },
  },
  { name: "join-digits", open: async (page) => void (await handOver(page)) },
  { name: "join-arrived", open: async (page) => typeDigits(await handOver(page), page) },
  {
    name: "join-way",
    async open(page) {
      await typeDigits(await handOver(page), page);
      await page.getByRole("button", { name: "Yes, it says so" }).click();
      await page.getByRole("button", { name: /^Use / }).first().waitFor();
    },
  },
  {
    name: "add-device",
    person: patient,
    async open(page) {
      await link(page, "Vault");
      await link(page, "Add a device");
      await page.getByLabel("Or paste the link").waitFor();
    },
  },
  {
    name: "add-device-digits",
    async open(page) {
      const { link: code } = await codeOfNewDevice(page);
      await createHere(page);
      await answerDevice(page, code);
    },
  },
  {
    name: "add-device-done",
    async open(page) {
      const { phone, link: code } = await codeOfNewDevice(page);
      await createHere(page);
      await answerDevice(page, code);
      await typeDigits(page, phone);
      await page.getByRole("heading", { name: "Handed over" }).waitFor();
    },
  },
];

/** The link of a new device's code, in a window of its own that then goes on by itself. */
async function codeOfNewDevice(page: Page): Promise<{ phone: Page; link: string }> {
  const phone = await otherDevice(page);
  await phone.getByRole("button", { name: "I use Ownchart on another device" }).click();
  await phone.getByRole("heading", { name: "Let your other device scan this" }).waitFor();
  return { phone, link: (await phone.locator("details p").textContent())! };
}

/** A device of somebody's own that was let in, and asks how it is unlocked. */
async function handOver(page: Page): Promise<Page> {
  const old = await otherDevice(page);
  await createHere(old);
  await page.getByRole("button", { name: "I use Ownchart on another device" }).click();
  await page.getByRole("heading", { name: "Let your other device scan this" }).waitFor();
  await answerDevice(old, (await page.locator("details p").textContent())!);
  await page.getByRole("heading", { name: "Type these digits on your other device" }).waitFor();
  return old;
}

async function typeDigits(old: Page, page: Page): Promise<void> {
  const spoken = await page.locator(".sr-only", { hasText: /\d( \d){5}/ }).textContent();
  await old.getByLabel("The six digits on the new device").fill(spoken!.replaceAll(/\D/g, ""));
  await old.getByRole("button", { name: "Hand everything over" }).click();
  await page.getByRole("heading", { name: "Is this yours?" }).waitFor();
}

async function answerDevice(old: Page, code: string): Promise<void> {
  await link(old, "Vault");
  await link(old, "Add a device");
  await old.getByLabel("Or paste the link").fill(code);
  await old.getByRole("button", { name: "Go on" }).click();
  await old.getByRole("heading", { name: "A new device wants to open your vault" }).waitFor();
}
