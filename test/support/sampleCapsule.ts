import { type Address, type Hex, sha256 } from "viem";
import type { Entry } from "#core/records/entry.ts";
import { type KeyPair, keyPairOf } from "#core/sealing/keyPairOf.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { sealCapsule } from "#core/sealing/capsule/sealCapsule.ts";
import { sampleEntry } from "./sealing/sampleEntry.ts";
import { recordPlace } from "./sealing/samplePlaces.ts";

export type SampleCapsule = { digest: Hex; capsule: Uint8Array<ArrayBuffer>; keyId: Hex };

/** A key that capsules can be under. */
export function sampleKey(): KeyPair {
  return keyPairOf(randomBytes(32), 1);
}

/** A capsule of somebody's chart, like no other. */
export function sampleCapsule(
  subject: Address,
  { publicKey }: KeyPair = sampleKey(),
  described: Partial<Entry> = {},
): SampleCapsule {
  const place = { ...recordPlace, subject };
  const entry = { ...sampleEntry, ...described };
  const sealed = sealCapsule({ entry, dek: randomBytes(32), suite: 1, publicKey, place });
  const capsule = new Uint8Array(sealed);
  return { digest: sha256(capsule), capsule, keyId: keyIdOf(publicKey) };
}
