import { gunzipSync } from "node:zlib";
import { sha256 } from "viem";
import { describe, expect, test } from "vitest";
import { categories, categoryNumber } from "#core/records/categories.ts";
import type { PlainRecord } from "#core/records/PlainRecord.ts";
import { splitHistory } from "#core/records/splitHistory.ts";
import { sealCapsule } from "#core/sealing/capsule/sealCapsule.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { sampleEntry } from "#test/support/sealing/sampleEntry.ts";
import { recordPlace } from "#test/support/sealing/samplePlaces.ts";
import { shuffledIndices } from "#core/chart/shuffledIndices.ts";
import { listShared, readShared } from "#test/support/shared.ts";
import { type LabelledKey, tellCategories } from "./tellCategories.ts";
import { observeKeys } from "./observeKeys.ts";

const folder = "fixtures/synthea-r4";
const files = (await listShared(folder)).filter((name) => name.endsWith(".json.gz"));

/** A history that was brought in one go, as a gateway keeps it: in the order in which publishRecords stores. */
function keysOf(chart: string, records: readonly PlainRecord[]): LabelledKey[] {
  const keys = categories.map(() => keyPairOf(randomBytes(32), 2).publicKey);
  const of = new Map<string, PlainRecord>();
  const seen = shuffledIndices(records.length).map((index, position) => {
    const record = records[index]!;
    const { mediaType, title, issued, resources } = record;
    const category = categoryNumber(record.category);
    const entry = { ...sampleEntry, mediaType, title, issued, resources, category };
    const sealing = { entry, dek: randomBytes(32), suite: 2, publicKey: keys[category]!, place: recordPlace } as const;
    const capsule = sealCapsule(sealing);
    const digest = sha256(capsule);
    of.set(digest, record);
    return { chart, position, digest, capsule, uploader: "the same" };
  });
  return observeKeys(seen).map((key) => Object.assign(key, { category: of.get(key.digests[0]!)!.category }));
}

/** What is not noise. */
const amounts = /^(share|rank by amount)$/;
const sizes = /^size, /;
const order = /^(rank by first record|order, .*)$/;
const everything = new RegExp([amounts, sizes, order].map(({ source }) => source).join("|"));

const title = "of whole histories, whoever knows which records share a key";

/**
 * No promise, but a limit, and the threat model says it: where this changes, that page has to. Each line is by neighbours, of
 * keys in charts that were not learned from.
 */
describe.skipIf(files.length === 0)(files.length === 0 ? `${title} (left out: ../shared is not here)` : title, () => {
  test.each([
    ["amounts alone", amounts, 0.4, 0.75],
    ["sizes of capsules alone", sizes, 0.3, 0.65],
    ["the order in which they came", order, 0, 0.4],
    ["all of that", everything, 0.4, 0.8],
  ])("tells categories by %s as well as that page says", async (what, wanted, least, most) => {
    const keys = (await Promise.all(files.map(readKeys))).flat();
    const known = keys.map(({ seen, ...key }): LabelledKey => {
      return Object.assign(key, {
        seen: Object.fromEntries(Object.entries(seen).filter(([name]) => wanted.test(name))),
      });
    });
    const { right, guesses } = tellCategories(known, 1 / categories.length);
    console.log(`by ${what}: ${Math.round((100 * right.neighbours!) / guesses)} % of ${guesses} keys`);
    expect(right.neighbours! / guesses).toBeGreaterThanOrEqual(least);
    expect(right.neighbours! / guesses).toBeLessThan(most);
  });
});

const read = new Map<string, LabelledKey[]>();

async function readKeys(file: string): Promise<LabelledKey[]> {
  const known = read.get(file);
  if (known !== undefined) return known;
  const history = gunzipSync((await readShared(`${folder}/${file}`))!).toString();
  const keys = keysOf(file, splitHistory({ history }));
  read.set(file, keys);
  return keys;
}
