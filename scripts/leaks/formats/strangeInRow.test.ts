import { createHash, randomBytes } from "node:crypto";
import { code, encode, prepare } from "@ipld/dag-pb";
import { PgTable, getTableConfig } from "drizzle-orm/pg-core";
import { CID } from "multiformats/cid";
import { create } from "multiformats/hashes/digest";
import { describe, expect, test } from "vitest";
import { sealBody } from "#core/sealing/body/sealBody.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { streamOf } from "#core/sealing/body/streamOf.ts";
import { recoverySlot, createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import * as schema from "#gateway/database/schema.ts";
import { sampleCapsule } from "#test/support/sampleCapsule.ts";
import { recordPlace, subject } from "#test/support/sealing/samplePlaces.ts";
import { looksRandom } from "./looksRandom.ts";
import { promisedColumns } from "./promisedColumns.ts";
import { strangeInBlock } from "./strangeInBlock.ts";
import { strangeInRow } from "./strangeInRow.ts";
import { strangeInVault } from "./strangeInVault.ts";

const address = subject.toLowerCase();
const { capsule, digest, keyId } = sampleCapsule(subject);
const columns = {
  position: 1,
  subject: address,
  digest,
  key_id: keyId,
  uploader: address,
  author: null,
  stored_at: "1800000000",
  capsule,
};
const rowOf = (more: object) => strangeInRow({ table: "capsules", columns: { ...columns, ...more } });
const withBytes = (at: number, text: string) => {
  const changed = capsule.slice();
  changed.set(Buffer.from(text), at);
  return changed;
};

test("what may be in the database is said for every column of every table, and for no others", () => {
  const tables = Object.values(schema).filter((it) => it instanceof PgTable);
  const inSchema = tables
    .map((table) => getTableConfig(table))
    .map(({ name, columns: all }) => [name, all.map((column) => column.name).toSorted()]);
  const promised = Object.entries(promisedColumns).map(([name, all]) => [name, Object.keys(all).toSorted()]);
  const ofTheGateway = promised.filter(([name]) => name !== "__drizzle_migrations");
  expect(ofTheGateway.toSorted()).toEqual(inSchema.toSorted());
});

describe("a row", () => {
  test("with nothing but what its table promises is not strange", () => {
    expect(rowOf({})).toEqual([]);
  });

  test.each([
    ["a title in a column for addresses", { uploader: "Blood count" }, "capsules.uploader"],
    ["a column of its own", { category: 2 }, "capsules.category"],
    [
      "a text behind the head of a capsule",
      { capsule: withBytes(200, "Blood count of 21 November, ward 12") },
      "capsules.capsule",
    ],
    ["zeros where there should be noise", { capsule: withBytes(80, "\0".repeat(30)) }, "capsules.capsule"],
    ["a mark in what is zero", { capsule: withBytes(6, "\x02") }, "capsules.capsule"],
    ["a capsule that was lengthened", { capsule: Buffer.concat([capsule, randomBytes(2)]) }, "capsules.capsule"],
  ])("with %s is strange there", (_, more, where) => {
    expect(rowOf(more)).toEqual([{ where, what: expect.any(String) }]);
  });

  test("of an unknown table is strange", () => {
    expect(strangeInRow({ table: "patients", columns: {} })).toHaveLength(1);
  });

  test("says its place and never its value", () => {
    expect(JSON.stringify(rowOf({ uploader: "Blood count" }))).not.toContain("Blood");
  });
});

const strangeIn = (value: object) => strangeInVault(Buffer.from(JSON.stringify(value)));

describe("a vault", async () => {
  const code26 = createRecoveryCode();
  const slots = [recoverySlot(code26), recoverySlot(code26)];
  const roots = [{ firstEpoch: 0, root: new Uint8Array(randomBytes(32)) }] as const;
  const vault = await sealVault({ roots, chainId: 1, address: subject, slots });

  test("is not strange as the product writes it", () => {
    expect(strangeIn(vault)).toBeUndefined();
  });

  test.each([
    ["a hint", { ...vault, hint: "my dog's name" }],
    ["a name on a slot", { ...vault, slots: [{ ...vault.slots[0]!, params: { device: "Maya's phone" } }] }],
    ["a root in the clear", { ...vault, slots: [{ ...vault.slots[0]!, box: `0x${"00".repeat(77)}` }] }],
  ])("with %s is strange", (_, value) => {
    expect(strangeIn(value)).toBeDefined();
  });
});

describe("a block", () => {
  const cid = CID.createV1(0x55, create(0x12, createHash("sha256").update("x").digest()));
  const node = (Name: string, Data: number[]) =>
    encode(prepare({ Links: [{ Hash: cid, Name, Tsize: 1 }], Data: Uint8Array.from(Data) }));
  const file = [0x08, 2, 0x18, 0x80, 0x80, 0x40, 0x20, 0x80, 0x80, 0x40];

  test("of a body is not strange", async () => {
    const { body } = sealBody({
      content: streamOf(Buffer.alloc(9000, "words ")),
      length: 9000,
      dek: randomBytes(32),
      place: recordPlace,
    });
    expect(strangeInBlock(await bytesOf(body))).toBeUndefined();
    expect(code).toBe(0x70);
    expect(strangeInBlock(node("", file))).toBeUndefined();
  });

  test.each([
    ["of readable text", Buffer.from('{"resourceType":"Observation"}'.repeat(50))],
    ["that names its parts", node("x-ray.dcm", file)],
    ["that tells a time of change", node("", [...file, 0x42, 2, 0x08, 1])],
  ])("%s is strange", (_, block) => {
    expect(strangeInBlock(block)).toBeDefined();
  });
});

test("text, zeros, and text under one byte of xor are no noise, and noise is", () => {
  const text = Buffer.alloc(4096, "The patient was seen on the ward. ");
  for (const bytes of [text, text.map((byte) => byte ^ 0xa5), Buffer.from(text.toString(), "utf16le")]) {
    expect(looksRandom(bytes)).toBe(false);
  }
  expect(looksRandom(Buffer.alloc(4096))).toBe(false);
  for (let i = 0; i < 200; i++) expect(looksRandom(randomBytes(1000 + 20 * i))).toBe(true);
});
