import { concat, sha256 } from "viem";
import { addressBytes } from "#core/sealing/addressBytes.ts";
import { entryLimit, entryUnit } from "#core/sealing/capsule/parseCapsule.ts";
import { epochSeed } from "#core/sealing/epochSeed.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { recordContext } from "#core/sealing/recordContext.ts";
import type { SealingErrorName } from "#core/sealing/sealingErrorSentences.ts";
import { type Suite, suites } from "#core/sealing/suites.ts";
import { elsewhere, epochPair, otherSuite, roots, scene } from "../scene.ts";
import type { CapsuleFault } from "./Fault.ts";
import { capsuleByHand, labs } from "./capsuleByHand.ts";
import { flipped } from "./flipped.ts";
import { recordMoves } from "./moves.ts";

/** Everything that is refused without looking at what the entry says. */
export function capsuleFaults(suite: Suite): CapsuleFault[] {
  return [
    ...moved(suite),
    ...notOnChain(suite),
    ...withAnotherKey(suite),
    ...flips(suite),
    ...sizes(suite),
    ...sealedOtherwise(suite),
    ...twoFaults(suite),
  ];
}

export function refusedCapsule(suite: Suite, expect: SealingErrorName) {
  return (what: string, capsule: Uint8Array, inputs: object = {}): CapsuleFault => ({
    what,
    kind: "capsule",
    expect,
    suite,
    ...labs,
    capsule,
    capsuleSha256: sha256(capsule, "bytes"),
    ...inputs,
  });
}

function moved(suite: Suite): CapsuleFault[] {
  const refused = refusedCapsule(suite, "WrongChartOrKey");
  return recordMoves.map(([where, place]) => refused(`claimed to be of ${where}`, capsuleByHand({ suite }), place));
}

function notOnChain(suite: Suite): CapsuleFault[] {
  const refused = refusedCapsule(suite, "NotTheCapsuleOnChain");
  const sound = capsuleByHand({ suite });
  const capsuleSha256 = sha256(sound, "bytes");
  const another = capsuleByHand({ suite: otherSuite(suite) });
  return [
    refused("the chain has another capsule", sound, { capsuleSha256: sha256(another, "bytes") }),
    refused("its last byte was changed after publishing", flipped(sound, -1), { capsuleSha256 }),
    refused("its magic was changed after publishing: the hash is looked at first", flipped(sound, 0), {
      capsuleSha256,
    }),
    refused("nothing at all in place of what was published", new Uint8Array(), { capsuleSha256 }),
  ];
}

function withAnotherKey(suite: Suite): CapsuleFault[] {
  const refused = refusedCapsule(suite, "NoKeyForCapsule");
  const hands: [string, object][] = [
    ["of the epoch before", { epoch: labs.epoch - 1 }],
    ["of the epoch after", { epoch: labs.epoch + 1 }],
    ["of another category", { category: labs.category + 1 }],
    ["of the other suite", { suite: otherSuite(suite) }],
    ["of the same root on another chain", seedFrom({ chart: { ...scene, chainId: elsewhere.chainId } })],
    ["of the same root in another deployment", seedFrom({ chart: { ...scene, consentRegistry: elsewhere.address } })],
    ["of the same root for another address", seedFrom({ chart: { ...scene, subject: elsewhere.address } })],
    ["of another root", seedFrom({ root: roots.grantee })],
  ];
  return hands.map(([which, key]) => refused(`the key in hand is ${which}`, capsuleByHand({ suite }), key));
}

function seedFrom({ root = roots.subject, chart = scene }) {
  return { seed: epochSeed({ root, chart, ...labs }) };
}

function flips(suite: Suite): CapsuleFault[] {
  const sound = capsuleByHand({ suite });
  const wrapEnd = 72 + suites[suite].wrapSize;
  const bits: [string, SealingErrorName, number, number?][] = [
    ["magic", "UnknownFormat", 0],
    ["the magic's version", "UnknownFormat", 3, 3],
    ["suite, which becomes the other", "UnknownFormat", 4, 3],
    ["suite, which becomes none", "UnknownFormat", 4, 0x80],
    ["suite, which becomes zero", "UnknownFormat", 4, suite],
    ["body algorithm", "UnknownFormat", 5, 3],
    ["first zero", "UnknownFormat", 6],
    ["second zero", "UnknownFormat", 7, 0x80],
    ["key id, first byte", "NoKeyForCapsule", 8],
    ["key id, last byte", "NoKeyForCapsule", 39, 0x80],
    ["commitment, first byte", "WrongChartOrKey", 40],
    ["commitment, last byte", "WrongChartOrKey", 71, 0x80],
    ["wrap, first byte", "WrongChartOrKey", 72],
    ["wrap, the bit of its X25519 share that X25519 ignores", "WrongChartOrKey", lastOfShare[suite], 0x80],
    ["wrap, first byte of the wrapped key", "WrongChartOrKey", lastOfShare[suite] + 1],
    ["wrap, last byte", "WrongChartOrKey", wrapEnd - 1, 0x80],
    ["nonce, first byte", "EntryDamaged", wrapEnd],
    ["nonce, last byte", "EntryDamaged", wrapEnd + 23, 0x80],
    ["entry", "EntryDamaged", wrapEnd + 24],
    ["tag", "EntryDamaged", -1, 0x80],
  ];
  return bits.map(([part, expect, at, mask]) =>
    refusedCapsule(suite, expect)(`one byte changed: ${part}`, flipped(sound, at, mask)),
  );
}

/** Suite 1 has it in front, X-Wing behind the share of ML-KEM. */
export const lastOfShare = { 1: 72 + 31, 2: 72 + 1119 };

function sizes(suite: Suite): CapsuleFault[] {
  const refused = refusedCapsule(suite, "UnknownFormat");
  const sound = capsuleByHand({ suite });
  const entryAt = 72 + suites[suite].wrapSize + 24;
  const spaces = (size: number) => capsuleByHand({ suite, plaintext: new Uint8Array(size).fill(0x20) });
  return [
    refused("empty", new Uint8Array()),
    refused("magic and nothing more", sound.subarray(0, 4)),
    refused("cut within the wrap", sound.subarray(0, 100)),
    refused("cut before the entry", sound.subarray(0, entryAt)),
    refused("cut before the tag", sound.subarray(0, -16)),
    refused("one byte short", sound.subarray(0, -1)),
    refused("one byte long", concat([sound, Uint8Array.of(0)])),
    refused("an entry of no bytes", spaces(0)),
    refused("an entry of 255 bytes", spaces(entryUnit - 1)),
    refused("an entry of 257 bytes", spaces(entryUnit + 1)),
    ...(suite === 1 ? [refused("an entry of 16,640 bytes", spaces(entryLimit + entryUnit))] : []),
    refusedCapsule(suite, "EntryDamaged")("256 bytes cut off the end", twoUnits(suite).subarray(0, -entryUnit)),
  ];
}

function twoUnits(suite: Suite): Uint8Array {
  return capsuleByHand({ suite, plaintext: new Uint8Array(2 * entryUnit).fill(0x20) });
}

function sealedOtherwise(suite: Suite): CapsuleFault[] {
  const wrong = refusedCapsule(suite, "WrongChartOrKey");
  const damaged = refusedCapsule(suite, "EntryDamaged");
  const another = { category: labs.category + 1, epoch: labs.epoch };
  const keyId = keyIdOf(epochPair({ ...another, suite }).publicKey);
  const context = recordContext({ ...scene, author: elsewhere.address });
  return [
    wrong("names a key that it was not wrapped for", capsuleByHand({ suite, keyId }), another),
    wrong("commits to another author", capsuleByHand({ suite, commitmentContext: context })),
    ...(suite === 2 ? [wrong("wrapped for another author", capsuleByHand({ suite, wrapContext: context }))] : []),
    wrong("a wrap of zeros", capsuleByHand({ suite, wrapped: new Uint8Array(suites[suite].wrapSize) })),
    damaged("its entry is sealed for another author", capsuleByHand({ suite, entryContext: context })),
    damaged("its entry is sealed under the body's key", capsuleByHand({ suite, entryLabel: "ownchart/body" })),
    damaged("its entry is not bound to its head", capsuleByHand({ suite, associated: () => new Uint8Array() })),
    damaged(
      "its entry is not bound to the nonce",
      capsuleByHand({ suite, associated: (head) => head.subarray(0, -24) }),
    ),
  ];
}

/** Which of two faults is named says in which order they are looked for. */
function twoFaults(suite: Suite): CapsuleFault[] {
  const sound = capsuleByHand({ suite });
  const stranger = { author: addressBytes(elsewhere.address) };
  const nextEpoch = { epoch: labs.epoch + 1 };
  return [
    refusedCapsule(suite, "UnknownFormat")("of no known format, and no key in hand", flipped(sound, 5, 3), nextEpoch),
    refusedCapsule(suite, "NoKeyForCapsule")("no key in hand, and claimed by another author", sound, {
      ...stranger,
      ...nextEpoch,
    }),
    refusedCapsule(suite, "WrongChartOrKey")(
      "claimed by another author, and damaged",
      flipped(sound, -1, 0x80),
      stranger,
    ),
  ];
}
