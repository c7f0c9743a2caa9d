import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { keccak256, sha256 } from "viem";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import { rotateKeys } from "#core/chart/rotateKeys.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openChart } from "#core/chart/openChart.ts";
import { categories } from "#core/records/categories.ts";
import { type Person, labResult, newWorld, person, share } from "#test/support/chartPeople.ts";
import { type LabelledKey, tellCategories } from "./tellCategories.ts";
import { type SeenCapsule, observeKeys } from "./observeKeys.ts";
import { rightByChance } from "./rightByChance.ts";

const chance = 1 / categories.length;
const charts = 16;
let keys: LabelledKey[];
let capsuleSizes: Set<number>;
let bodySizes: Set<number>;

/** Charts with records of every category, which but for their category are alike, by two authors in two epochs. */
beforeAll(async () => {
  const { services, doctor } = await newWorld();
  [keys, capsuleSizes] = [[], new Set()];
  for (let i = 0; i < charts; i++) {
    const patient = person(`patient ${i}`, services);
    await openChart({ holder: patient });
    await share(patient, doctor, { read: [...categories], contribute: [...categories] });
    for (const _ of [0, 1]) {
      for (const author of [patient, doctor]) await publishOneEach(author, patient);
      await rotateKeys({ holder: patient });
    }
    keys.push(...(await labelledKeysOf(patient)));
  }
  bodySizes = new Set([...services.blobs.bodies.values()].map(({ length }) => length));
}, 120_000);

async function publishOneEach(author: Person, patient: Person) {
  const isOwn = author === patient;
  const subject = patient.address;
  const access = isOwn ? await openOwnAccess({ holder: author }) : await openSharedAccess({ holder: author, subject });
  const shuffled = fc.sample(fc.shuffledSubarray([...categories], { minLength: categories.length }), 1)[0]!;
  await publishRecords({ holder: author, access, records: shuffled.map((category) => labResult("a", { category })) });
}

async function labelledKeysOf(patient: Person): Promise<LabelledKey[]> {
  const { records } = await listRecords({ holder: patient, access: await openOwnAccess({ holder: patient }) });
  const of = new Map(records.map((record) => [record.capsuleHash, record]));
  const stored = [...patient.services.capsules.of(patient.address).values()];
  const seen = stored.map((capsule, position): SeenCapsule => {
    capsuleSizes.add(capsule.length);
    const digest = sha256(capsule);
    return { chart: patient.address, position, digest, capsule, uploader: of.get(digest)!.author };
  });
  return observeKeys(seen).map((key) => {
    return Object.assign(key, { category: categories[of.get(key.digests[0]!)!.entry.category]! });
  });
}

describe("of records that differ in nothing but their category", () => {
  test("whatever does not come from chance is the same for all", () => {
    expect([capsuleSizes.size, bodySizes.size, keys.length]).toEqual([1, 1, charts * 2 * categories.length]);
  });

  test("nothing that is seen differs from category to category", () => {
    expect(tellCategories(keys, chance).telling).toEqual([]);
  });

  test("nobody who learned from other charts guesses better than chance", () => {
    const { right, tooMany, guesses } = tellCategories(keys, chance);
    expect(guesses).toBe(charts * categories.length);
    for (const count of Object.values(right)) expect(count).toBeLessThan(tooMany);
  });
});

/** Each is small enough that nobody would see it in one chart. */
const leaks: [what: string, leak: (key: LabelledKey) => Record<string, number>][] = [
  [
    "a size that is larger in one category",
    ({ category }) => ({ "size, most": category === "genomics" ? 1001 : 1000 }),
  ],
  [
    "a byte of the key's id",
    (key) => ({ "id, byte 7": categories.indexOf(key.category) * 20 + (key.seen["id, byte 7"]! % 40) }),
  ],
  ["the order", (key) => ({ "order, mean": key.seen["order, mean"]! / 4 + categories.indexOf(key.category) / 11 })],
];

describe("it would be noticed of a leak by", () => {
  test.each(leaks)("%s", (_, leak) => {
    const leaking = keys.map((key) => ({ ...key, seen: { ...key.seen, ...leak(key) } }));
    const { telling } = tellCategories(leaking, chance);
    expect(telling).toEqual([Object.keys(leak(keys[0]!))[0]]);
  });

  test("two numbers that tell nothing by themselves", () => {
    const leaking = keys.map(({ chart, keyId, digests, category }): LabelledKey => {
      const hidden = categories.indexOf(category);
      const isTurned = BigInt(keccak256(keyId)) % 2n === 0n;
      return {
        chart,
        keyId,
        digests,
        category,
        seen: { turned: Number(isTurned), shown: isTurned ? 10 - hidden : hidden },
      };
    });
    const { right, tooMany, telling } = tellCategories(leaking, chance);
    expect(telling).toEqual([]);
    expect(right.neighbours).toBeGreaterThanOrEqual(tooMany);
  });
});

test("so many right guesses are no chance", () => {
  expect(rightByChance({ guesses: 264, chance: 1 / 11 })).toBe(50);
  expect(rightByChance({ guesses: 20, chance: 0.5 })).toBe(20);
});
