import { zeroAddress } from "viem";
import { privateKeyToAddress } from "viem/accounts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Configuration, SamplePerson } from "../configuration/Configuration.ts";
import { announceSamplePeople } from "./samplePeopleWallet.ts";

const maya: SamplePerson = {
  name: "Maya Chen",
  role: "patient",
  about: "33, a pregnancy",
  privateKey: `0x${"11".repeat(32)}`,
  passphrase: "six words",
};
const worldOf = (samplePeople: SamplePerson[]) =>
  ({ rpcUrl: "http://127.0.0.1:1", deployment: { chainId: 31_337 }, samplePeople }) as unknown as Configuration;

type Announced = CustomEvent<{ provider: { request(asked: { method: string }): Promise<unknown> } }>;
let announced: Announced[];

beforeEach(() => {
  announced = [];
  const page = new EventTarget();
  page.addEventListener("eip6963:announceProvider", (event) => announced.push(event as Announced));
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("dispatchEvent", page.dispatchEvent.bind(page));
});

afterEach(() => void vi.unstubAllGlobals());

describe("the wallet of the sample people", () => {
  it("is announced, and again to whoever asks", () => {
    announceSamplePeople(worldOf([maya]), "icon.svg");
    dispatchEvent(new Event("eip6963:requestProvider"));
    expect(announced).toHaveLength(2);
  });

  it("is nowhere where there are no sample people", () => {
    announceSamplePeople(worldOf([]), "icon.svg");
    dispatchEvent(new Event("eip6963:requestProvider"));
    expect(announced).toEqual([]);
  });

  it("is whoever was chosen, and knows that person by the address from then on", async () => {
    const wallet = announceSamplePeople(worldOf([maya]), "icon.svg");
    const { provider } = announced[0]!.detail;
    expect(await provider.request({ method: "eth_accounts" })).toEqual([]);
    await expect(provider.request({ method: "eth_requestAccounts" })).rejects.toMatchObject({ code: 4001 });
    wallet.choose(maya);
    const address = privateKeyToAddress(maya.privateKey);
    expect(await provider.request({ method: "eth_requestAccounts" })).toEqual([address]);
    expect(wallet.personAt(address)).toBe(maya);
    expect(wallet.personAt(zeroAddress)).toBeUndefined();
  });
});
