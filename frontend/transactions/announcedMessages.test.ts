import type { TypedDataDefinition } from "viem";
import { afterEach, describe, expect, test } from "vitest";
import { type AnnouncedBatch, announceBatch, passesAnnounced } from "./announcedMessages.ts";
import { prompt } from "./promptStore.ts";

const address = (byte: string) => `0x${byte.repeat(20)}` as const;
const [staff, hospital, registry] = [address("0a"), address("0b"), address("0c")];
const [ada, ben] = [address("0d"), address("0e")];

const batch: AnnouncedBatch = {
  signer: staff,
  hospital,
  chainId: 31_337,
  recordRegistry: registry,
  charts: [
    { subject: ada, name: "Ada", records: 2 },
    { subject: ben, name: "Ben", records: 1 },
  ],
  doesWalletAsk: false,
};

const message = (more: object = {}, around: object = {}): TypedDataDefinition =>
  ({
    domain: { name: "Ownchart", version: "1", chainId: 31_337, verifyingContract: registry },
    types: {},
    primaryType: "PublishAsStaff",
    message: {
      staff,
      hospital,
      subject: ada,
      epoch: 0,
      capsules: ["0x01", "0x02"],
      deadline: BigInt(Math.floor(Date.now() / 1000) + 3600),
      ...more,
    },
    ...around,
  }) as unknown as TypedDataDefinition;

let end = () => {};
afterEach(() => end());

async function saidYes(to: AnnouncedBatch = batch) {
  const announcing = announceBatch(to);
  await expect.poll(() => prompt.get()).toBeDefined();
  prompt.get()!.confirm();
  ({ end } = await announcing);
}

describe("a batch that somebody said yes to", () => {
  test("passes the messages that its card told of, each record once", async () => {
    await saidYes();
    expect(passesAnnounced(message())).toBe(true);
    expect(passesAnnounced(message())).toBe(false);
    expect(passesAnnounced(message({ subject: ben, capsules: ["0x03"] }))).toBe(true);
  });

  test.each([
    ["another chart", message({ subject: address("0f") })],
    ["another hospital", message({ hospital: address("0f") })],
    ["another signer", message({ staff: address("0f") })],
    ["more records than were told", message({ capsules: ["0x01", "0x02", "0x03"] })],
    ["no list of records", message({ capsules: undefined })],
    ["a year's deadline", message({ deadline: BigInt(Math.floor(Date.now() / 1000) + 366 * 86_400) })],
    ["another kind", message({}, { primaryType: "Grant" })],
    ["the hospital's own kind", message({ author: staff }, { primaryType: "Publish" })],
    ["another contract", message({}, { domain: { chainId: 31_337, verifyingContract: staff } })],
    ["another chain", message({}, { domain: { chainId: 1, verifyingContract: registry } })],
  ])("lets nothing else pass: %s", async (_, other) => {
    await saidYes();
    expect(passesAnnounced(other)).toBe(false);
    expect(passesAnnounced(message())).toBe(true);
  });

  test("passes nothing before it was asked, nor after its end", async () => {
    expect(passesAnnounced(message())).toBe(false);
    await saidYes();
    end();
    expect(passesAnnounced(message())).toBe(false);
  });

  test("passes nothing where somebody said no", async () => {
    const announcing = announceBatch(batch);
    await expect.poll(() => prompt.get()).toBeDefined();
    prompt.get()!.decline();
    await expect(announcing).rejects.toThrow();
    expect(passesAnnounced(message())).toBe(false);
  });

  test("of a hospital itself passes what the hospital publishes, and nothing as staff", async () => {
    await saidYes({ ...batch, signer: hospital });
    expect(passesAnnounced(message())).toBe(false);
    expect(passesAnnounced(message({ author: hospital }, { primaryType: "Publish" }))).toBe(true);
  });
});
