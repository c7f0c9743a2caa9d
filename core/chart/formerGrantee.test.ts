import fc from "fast-check";
import { type Hex, sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { type Person, labResult, newWorld, publish, share } from "#test/support/chartPeople.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type Category, categories } from "../records/categories.ts";
import { SealingError } from "../sealing/SealingError.ts";
import { openAead } from "../sealing/aead.ts";
import { openCapsule } from "../sealing/capsule/openCapsule.ts";
import { parseCapsule } from "../sealing/capsule/parseCapsule.ts";
import { grantContext } from "../sealing/grantContext.ts";
import { grantFromJson } from "../sealing/grant/grantJson.ts";
import { parseGrant } from "../sealing/grant/parseGrant.ts";
import { keyPairOf } from "../sealing/keyPairOf.ts";
import { keyedHash } from "../sealing/keyedHash.ts";
import type { EpochKey, Keyring } from "../sealing/keyring.ts";
import { parsePaddedJson } from "../sealing/parsePaddedJson.ts";
import { unwrapKey } from "../sealing/unwrapKey.ts";
import { identityPairs } from "../sealing/vault/identityPairs.ts";
import { chartPlaceOf } from "./chartPlaceOf.ts";
import { recordPlaceOf } from "./recordPlaceOf.ts";
import { listRecords } from "./listRecords.ts";
import { openOwnAccess } from "./openOwnAccess.ts";
import { epochsBetween } from "./epochsBetween.ts";
import { renewRoot } from "./renewRoot.ts";
import { revokeAccess } from "./revokeAccess.ts";
import { rotateKeys } from "./rotateKeys.ts";

const names = ["anna", "ben", "cleo"] as const;
type Name = (typeof names)[number];

type Step =
  | { do: "share"; with: Name; read: Category[]; contribute: Category[]; history: "all" | "this-epoch" | "from-now" }
  | { do: "revoke"; from: Name }
  | { do: "rotate" | "renew" | "a share that is not signed" | "a revocation that is not signed"; with: Name };

const someCategories = fc.subarray<Category>(["labs", "imaging", "mental-health"]);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        do: fc.constant("share" as const),
        with: fc.constantFrom(...names),
        read: someCategories,
        contribute: someCategories,
        history: fc.constantFrom("all" as const, "this-epoch" as const, "from-now" as const),
      })
      .filter(({ read, contribute }) => read.length + contribute.length > 0),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("revoke" as const), from: fc.constantFrom(...names) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "rotate" as const,
        "renew" as const,
        "a share that is not signed" as const,
        "a revocation that is not signed" as const,
      ),
      with: fc.constantFrom(...names),
    }),
  },
);

describe("whoever kept everything they ever received", () => {
  it(
    "opens exactly what they were given while they were, and nothing of a later epoch",
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
          const story = await lived(steps);
          for (const name of names) {
            const keys = keysEverReceived(story, story.people[name]);
            for (const { category, epoch, capsule } of story.capsules) {
              const isTheirs = story.given[name].has(`${category}/${epoch}`);
              expect(
                keys.some((key) => opens(story, capsule, key)),
                `${name}: ${category} of epoch ${epoch}`,
              ).toBe(isTheirs);
            }
          }
        }),
        { numRuns: fuzzRuns(25) },
      );
    },
  );
});

/** What happened, with a record in each category after every step, and who was to be able to read what. */
async function lived(steps: readonly Step[]) {
  const { services, patient, clinician } = await newWorld();
  const people = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await clinician(name)])),
  ) as Record<Name, Person>;
  const given: Record<Name, Set<string>> = { anna: new Set(), ben: new Set(), cleo: new Set() };
  const active = new Map<Name, Category[]>();
  let holder: Person = patient;
  let epoch = 0;

  const give = (name: Name, epochs: Iterable<number>) => {
    for (const of of epochs) for (const category of active.get(name) ?? []) given[name].add(`${category}/${of}`);
  };
  const begin = () => {
    epoch++;
    for (const name of active.keys()) give(name, [epoch]);
  };
  const unsigned = async (attempt: () => Promise<unknown>) => {
    services.chain.meanwhile = () => Promise.reject(new Error("The wallet said no."));
    await expect(attempt()).rejects.toThrow("The wallet said no.");
  };

  for (const one of steps) {
    if (one.do === "share") {
      const { read, contribute, history } = one;
      const before = epoch;
      await share(holder, people[one.with], { read, contribute, history });
      const isNarrower = (active.get(one.with) ?? []).some((category) => !read.includes(category));
      active.set(one.with, read);
      if (isNarrower || history === "from-now") begin();
      const first = { all: 0, "this-epoch": before, "from-now": epoch }[history];
      give(one.with, epochsBetween(first, epoch));
    } else if (one.do === "revoke") {
      await revokeAccess({ holder, grantee: people[one.from].address });
      active.delete(one.from);
      begin();
    } else if (one.do === "rotate") {
      await rotateKeys({ holder });
      begin();
    } else if (one.do === "renew") {
      const { roots } = await renewRoot({ holder, keepVault: async () => {} });
      holder = Object.assign({}, holder, { roots });
      begin();
    } else if (one.do === "a share that is not signed") {
      await unsigned(() => share(holder, people[one.with], { history: "from-now", read: ["labs", "imaging"] }));
    } else {
      await unsigned(() => revokeAccess({ holder, grantee: people[one.with].address }));
    }
    await publish(holder, ...(["labs", "mental-health"] as const).map((category) => labResult("x", { category })));
  }
  return { services, patient, people, given, capsules: await capsulesOf(holder) };
}

type Story = Awaited<ReturnType<typeof lived>>;

async function capsulesOf(holder: Person) {
  const { records } = await listRecords({ holder, access: await openOwnAccess({ holder }) });
  const stored = holder.services.capsules.of(holder.address);
  return records.map(({ entry, capsuleHash }) => {
    return { category: categories[entry.category]!, epoch: entry.epoch, capsule: stored.get(capsuleHash)! };
  });
}

/** Every seed of every grant that was ever stored for somebody, whether the chain still stands by it or not. */
function keysEverReceived({ services, patient }: Story, { address, roots }: Person) {
  const pairs = identityPairs({ roots, chainId: services.chain.chainId, address });
  return services.grants.stored
    .filter(({ grantee }) => grantee === address)
    .flatMap(({ grant, epoch }) => {
      const { suite, wrapped, head, nonce, box } = parseGrant(grant);
      const context = grantContext({ ...chartPlaceOf(services, patient.address), grantee: address, epoch });
      const pair = pairs.find((candidate) => candidate.suite === suite)!;
      const key = unwrapKey({ pair, wrapped: wrapped.grantee, context });
      const plaintext = openAead({ key: keyedHash(key, "ownchart/grant", context), nonce, box, associated: head })!;
      const { seeds } = grantFromJson(parsePaddedJson(plaintext))!;
      return seeds.map(({ seed, category, epoch: of }) =>
        Object.assign(keyPairOf(seed, suite), { category, epoch: of }),
      );
    });
}

/** Tried as an attacker would: whatever id the capsule names, and whatever the key is said to be for. */
function opens({ services, patient }: Story, capsule: Uint8Array, key: EpochKey): boolean {
  const { suite } = parseCapsule(capsule);
  const everyId: Keyring = { get: () => ({ ...key, suite }) };
  const place = recordPlaceOf(services, patient.address, patient.address);
  const capsuleHash: Hex = sha256(capsule);
  try {
    openCapsule({ capsule, capsuleHash, place, keyring: everyId });
    return true;
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    return error.name === "EntryNotUnderItsKey";
  }
}
