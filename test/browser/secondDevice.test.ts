import type { Browser, Page } from "playwright";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { openApp, openBrowser } from "./support/openApp.ts";
import { openWithClock, twoMinutes } from "./support/openWithClock.ts";
import { addPasskeys, createHere, makeVault } from "./support/ownWallet.ts";
import { testWallet } from "./support/testWallet.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const phoneSize = { viewport: { width: 360, height: 740 } };

/** A new device's code, as the link that is in it. */
async function codeOn(phone: Page): Promise<string> {
  await phone.getByRole("heading", { name: "Let your other device scan this" }).waitFor();
  return (await phone.locator("details p").textContent())!;
}

async function joinOn(phone: Page): Promise<string> {
  await press(phone, "I use Ownchart on another device");
  return codeOn(phone);
}

async function digitsOn(phone: Page): Promise<string> {
  await phone.getByRole("heading", { name: "Type these digits on your other device" }).waitFor();
  const spoken = await phone.locator(".sr-only", { hasText: /^\d( \d){5}$/ }).textContent();
  return spoken!.replaceAll(" ", "");
}

async function openAddDevice(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Vault" }).click();
  await page.getByRole("link", { name: "Add a device" }).click();
}

/** On the device that has the vault: the link is pasted, as the camera would read it. */
async function answer(page: Page, link: string): Promise<void> {
  await page.getByLabel("Or paste the link").fill(link);
  await press(page, "Go on");
}

async function typeDigits(page: Page, digits: string): Promise<void> {
  await page.getByLabel("The six digits on the new device").fill(digits);
  await press(page, "Hand everything over");
}

const otherThan = (digits: string) => digits.replace(/.$/, (last) => String((Number(last) + 1) % 10));

/** Whatever was interrupted or refused: the device knows of nobody. */
async function expectNothingOn(phone: Page): Promise<void> {
  await phone.reload();
  await phone.getByRole("heading", { name: "Come in without a wallet" }).waitFor();
  await expect(phone.getByRole("button", { name: /Come back as/ }).count()).resolves.toBe(0);
}

test("a phone joins by a code and six digits: same wallet, same chart, and a passkey of its own", async () => {
  const old = await openApp(browser);
  await createHere(old);
  const phone = await openApp(browser, phoneSize);
  await addPasskeys(phone.context(), phone);
  const link = await joinOn(phone);

  await openAddDevice(old);
  await answer(old, link);
  await old.getByText("That device will be able to do whatever you can").waitFor();
  const digits = await digitsOn(phone);
  await typeDigits(old, otherThan(digits));
  await old.getByText("You have 2 more tries").waitFor();

  const stranger = await openApp(browser);
  await stranger.goto(link);
  await comeInAs(stranger, "Kwame Mensah");
  await stranger.getByRole("heading", { name: "A new device showed you a code" }).waitFor();
  await press(stranger, "Go on");
  await stranger.getByText("This code was answered before").waitFor();

  await typeDigits(old, digits);
  await old.getByRole("heading", { name: "Handed over" }).waitFor();
  const address = /0x\w{4}…\w{4}/.exec((await old.getByText("The keys to the chart of").textContent())!)![0];
  await phone.getByRole("heading", { name: "Is this yours?" }).waitFor();
  await phone.getByText(address).waitFor();
  await press(phone, "Yes, it says so");
  await press(phone, "Use a passkey");
  await phone.getByRole("heading", { name: "My chart" }).waitFor();
  await old.getByText("The new device has a way of its own to unlock your vault: Passkey.").waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await phone.reload();
  await press(phone, /Come back as/);
  await press(phone, "Unlock with your passkey");
  await phone.getByRole("heading", { name: "My chart" }).waitFor();
}, 180_000);

test("a device that its owner does not know is sent away, and one whose page is closed has nothing", async () => {
  const old = await openApp(browser);
  await createHere(old);
  await openAddDevice(old);
  const phone = await openApp(browser, phoneSize);
  const link = await joinOn(phone);

  await answer(old, link.slice(0, -3));
  await old.getByText("This is not a code of a desk").waitFor();
  await press(old, "Start again");
  await answer(old, link);
  await digitsOn(phone);
  await press(old, "No, this is not my device");
  await old.getByText("You said no. Nothing was handed over.").waitFor();
  await phone.getByRole("heading", { name: "Your other device said no." }).waitFor();

  await press(phone, "Show a new code");
  const second = await codeOn(phone);
  await press(old, "Start again");
  await answer(old, second);
  const digits = await digitsOn(phone);
  for (const left of ["2 more tries", "one more try", "no tries left"]) {
    await typeDigits(old, otherThan(digits));
    await old.getByText(left).waitFor();
  }
  await phone.getByRole("heading", { name: "Your other device said no." }).waitFor();

  await press(phone, "Show a new code");
  const third = await codeOn(phone);
  await expectNothingOn(phone);
  await press(old, "Start again");
  await answer(old, third);
  await old.getByText("Nobody answers at this code").waitFor();

  await press(old, "Start again");
  await answer(old, await joinOn(phone));
  await typeDigits(old, await digitsOn(phone));
  await phone.getByRole("heading", { name: "Is this yours?" }).waitFor();
  await press(phone, "Yes, it says so");
  await phone.getByRole("heading", { name: "How will you unlock it on this device?" }).waitFor();
  await expectNothingOn(phone);
  await old.getByRole("link", { name: "Back to the vault" }).click();
  await expect.poll(() => old.getByRole("button", { name: /^Remove:/ }).count()).toBe(1);
}, 180_000);

test("a code is over after two minutes, and so are digits whose other device was locked or reloaded", async () => {
  const [locked, reloaded] = [await openApp(browser), await openApp(browser)];
  for (const [old, leave] of [
    [locked, () => press(locked, /^Lock$/)],
    [reloaded, () => reloaded.reload()],
  ] as const) {
    await createHere(old);
    await openAddDevice(old);
    const phone = await openWithClock(browser, phoneSize);
    await answer(old, await joinOn(phone));
    await digitsOn(phone);
    await leave();
    await old.getByRole("button", { name: /Come back as/ }).waitFor();
    await phone.context().clock.fastForward(twoMinutes);
    await phone.getByText("The two minutes for the digits are over. Nothing was handed over").waitFor();
    await expectNothingOn(phone);
  }
  const alone = await openWithClock(browser, phoneSize);
  await joinOn(alone);
  await alone.context().clock.fastForward(twoMinutes);
  await alone.getByRole("heading", { name: "The time of this code is over." }).waitFor();
  await expectNothingOn(alone);
}, 180_000);

test("a wallet made elsewhere stays there; where it was brought by its own means, the vault is opened", async () => {
  const account = privateKeyToAccount(generatePrivateKey());
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  for (const context of contexts) await testWallet(context, { account });
  const old = await openApp(browser, {}, contexts[0]);
  await addPasskeys(old.context(), old);
  await press(old, "Use Test wallet");
  await confirm(old, "Sign in");
  await makeVault(old);
  await press(old, "Open my chart");
  await confirm(old, "Publish");
  await confirm(old, "Open my chart");
  await old.getByRole("heading", { name: "My chart" }).waitFor();
  await openAddDevice(old);

  const without = await openApp(browser, phoneSize);
  await answer(old, await joinOn(without));
  await old.getByText("Your wallet was made elsewhere, and only you can bring it to the new device.").waitFor();
  await without.getByRole("heading", { name: "Your other device said no." }).waitFor();
  await expectNothingOn(without);

  const phone = await openApp(browser, {}, contexts[1]);
  await press(phone, "Use Test wallet");
  await confirm(phone, "Sign in");
  await press(phone, "Use my other device");
  await press(old, "Start again");
  await answer(old, await codeOn(phone));
  await old.getByText("To sign, it needs your wallet too.").waitFor();
  await typeDigits(old, await digitsOn(phone));
  await press(phone, "Yes, it says so");
  await press(phone, "Use this browser");
  await confirm(phone, "Sign");
  await confirm(phone, "Sign"); // whether it signs the same twice
  await phone.getByRole("heading", { name: "My chart" }).waitFor();
  await old.getByText("The new device has a way of its own to unlock your vault: This browser.").waitFor();
}, 180_000);
