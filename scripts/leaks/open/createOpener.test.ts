import { type Address, type Hex, hexToBytes, sha256 } from "viem";
import { describe, expect, test } from "vitest";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { sealCapsule } from "#core/sealing/capsule/sealCapsule.ts";
import { epochSeed } from "#core/sealing/epochSeed.ts";
import { sealGrant } from "#core/sealing/grant/sealGrant.ts";
import { identitySeed } from "#core/sealing/identitySeed.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { createRecoveryCode, recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import { sampleEntry } from "#test/support/sealing/sampleEntry.ts";
import { sampleGrant } from "#test/support/sealing/sampleGrant.ts";
import { chainId, chartPlace, grantee, recordPlace, subject } from "#test/support/sealing/samplePlaces.ts";
import { createOpener } from "./createOpener.ts";
import { createPublicValues } from "./PublicValues.ts";

const deployment = {
  chainId,
  block: 0,
  contracts: { ConsentRegistry: chartPlace.consentRegistry, RecordRegistry: recordPlace.recordRegistry },
} as Deployment;
const lowerCase = (address: Address) => address.toLowerCase() as Address;
const keysetHash = sha256(randomBytes(8));
const events = {
  table: "chain_events",
  columns: { contract: "ConsentRegistry", subject: lowerCase(subject), event_values: { keyset: keysetHash } },
};

async function openedBy(table: string, columns: Record<string, unknown>) {
  const values = createPublicValues();
  for (const row of [events, { table, columns }]) values.take(row);
  return createOpener(deployment, values)({ table, columns });
}

type Keys = { seed?: Uint8Array; dek?: Uint8Array; suite?: 1 | 2 };

function capsuleUnder({ seed = randomBytes(32), dek = randomBytes(32), suite = 2 }: Keys) {
  const { publicKey } = keyPairOf(seed, suite);
  const place = { ...recordPlace, subject, author: grantee };
  const capsule = sealCapsule({ entry: sampleEntry, dek, suite, publicKey, place });
  const [author, uploader] = [null, lowerCase(grantee)];
  return {
    subject: lowerCase(subject),
    digest: sha256(capsule),
    key_id: keyIdOf(publicKey),
    author,
    uploader,
    capsule,
  };
}

const root = hexToBytes(keysetHash);

describe("with what everybody has, no capsule is opened", () => {
  test.each([1, 2] as const)("that is sealed as it should be (suite %s)", async (suite) => {
    expect(await openedBy("capsules", capsuleUnder({ suite }))).toBeUndefined();
  });

  const mistakes: [string, Keys][] = [
    ["zeros for a record's key", { dek: new Uint8Array(32) }],
    ["a keyset's hash for a record's key", { dek: root }],
    ["the hash of an address for a category's seed", { seed: hexToBytes(sha256(hexToBytes(lowerCase(subject)))) }],
    [
      "a keyset's hash for a root",
      { seed: epochSeed({ root, chart: { ...chartPlace, subject }, category: 7, epoch: 1 }) },
    ],
  ];
  test.each(mistakes)("but that would be noticed of one with %s", async (_, keys) => {
    expect(await openedBy("capsules", capsuleUnder(keys))).toMatch(/key of a/);
  });
});

describe("with what everybody has, no grant is opened", () => {
  const place = { ...chartPlace, subject, grantee, epoch: 3 };
  const grantTo = (seed: Uint8Array, random?: (size: number) => Uint8Array) => {
    const granteeKey = keyPairOf(seed, 2).publicKey;
    const subjectKey = keyPairOf(randomBytes(32), 2).publicKey;
    const grant = sealGrant({
      content: sampleGrant,
      place,
      suite: 2,
      granteeKey,
      subjectKey,
      ...(random && { random }),
    });
    return { subject: lowerCase(subject), grantee: lowerCase(grantee), epoch: "3", sealed_grant: grant };
  };

  test("that is sealed as it should be", async () => {
    expect(await openedBy("grants", grantTo(randomBytes(32)))).toBeUndefined();
  });

  test("but that would be noticed of one to an identity whose root is public, or under zeros", async () => {
    const seed = identitySeed({ root, chainId, address: lowerCase(grantee) });
    expect(await openedBy("grants", grantTo(seed))).toBe("the identity of the grantee");
    expect(
      await openedBy(
        "grants",
        grantTo(randomBytes(32), (size) => new Uint8Array(size)),
      ),
    ).toBe("the key of a grant");
  });
});

describe("with what everybody has, no vault is opened", () => {
  const address = lowerCase(subject);
  const vaultWith = async (factor: Uint8Array) => {
    const code = recoverySlot(createRecoveryCode());
    const slots = [code, { kind: "device" as const, salt: randomBytes(16), params: {}, factor }];
    const vault = await sealVault({ roots: [{ firstEpoch: 0, root: randomBytes(32) }], chainId, address, slots });
    return { address, vault: Buffer.from(JSON.stringify(vault)) };
  };

  test("that is sealed as it should be", async () => {
    expect(await openedBy("vaults", await vaultWith(randomBytes(97)))).toBeUndefined();
  });

  test("but that would be noticed of one whose factor follows from the address", async () => {
    const factor = hexToBytes(sha256(hexToBytes(address as Hex)));
    expect(await openedBy("vaults", await vaultWith(factor))).toBe("the factor of a slot (device)");
  });
});
