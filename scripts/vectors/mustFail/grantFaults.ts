import { concat, hexToBytes } from "viem";
import { termsHash } from "#core/consent/termsHash.ts";
import { addressBytes } from "#core/sealing/addressBytes.ts";
import { grantUnit } from "#core/sealing/grant/parseGrant.ts";
import { grantContext } from "#core/sealing/grantContext.ts";
import { identitySeed } from "#core/sealing/identitySeed.ts";
import type { SealingErrorName } from "#core/sealing/sealingErrorSentences.ts";
import { type Suite, suites } from "#core/sealing/suites.ts";
import { elsewhere, roots, scene } from "../scene.ts";
import type { CapsuleFault } from "./Fault.ts";
import { flipped } from "./flipped.ts";
import { grantByHand, grantContent, grantEpoch, soundGrant } from "./grantByHand.ts";
import { grantMoves } from "./moves.ts";

/** Everything that is refused without looking at what the grant says. */
export function grantFaults(suite: Suite): CapsuleFault[] {
  return [
    ...moved(suite),
    ...withAnotherKey(suite),
    ...flips(suite),
    ...sizes(suite),
    ...wrappedOtherwise(suite),
    ...sealedOtherwise(suite),
    ...twoFaults(suite),
  ];
}

export function refusedGrant(suite: Suite, expect: SealingErrorName, terms: object = grantContent(suite).terms) {
  return (what: string, capsule: Uint8Array, inputs: object = {}): CapsuleFault => ({
    what,
    kind: "grant",
    expect,
    suite,
    epoch: grantEpoch,
    as: "grantee",
    capsule,
    termsSha256: hexToBytes(termsHash(terms)),
    ...inputs,
  });
}

function moved(suite: Suite): CapsuleFault[] {
  const refused = refusedGrant(suite, "WrongChartOrKey");
  const sound = soundGrant(suite);
  return [
    ...grantMoves.map(([where, place]) => refused(`claimed to be of ${where}`, sound, place)),
    refused("claimed to be for another grantee, read by the subject", sound, {
      as: "subject",
      grantee: addressBytes(elsewhere.address),
    }),
    refused("replayed in the epoch after", sound, { epoch: grantEpoch + 1 }),
    refused("claimed to be of the epoch before", sound, { epoch: grantEpoch - 1 }),
  ];
}

function withAnotherKey(suite: Suite): CapsuleFault[] {
  const refused = refusedGrant(suite, "WrongChartOrKey");
  const sound = soundGrant(suite);
  const grantee = { root: roots.grantee, chainId: scene.chainId, address: scene.grantee };
  const hands: [string, object][] = [
    ["of the same root on another chain", { seed: identitySeed({ ...grantee, chainId: elsewhere.chainId }) }],
    ["of the same root for another address", { seed: identitySeed({ ...grantee, address: elsewhere.address }) }],
    ["of another root", { seed: identitySeed({ ...grantee, root: roots.subject }) }],
    ["of the grantee, where the subject's is needed", { seed: identitySeed(grantee), as: "subject" }],
  ];
  return hands.map(([which, key]) => refused(`the key in hand is ${which}`, sound, key));
}

function flips(suite: Suite): CapsuleFault[] {
  const sound = soundGrant(suite);
  const { wrapSize } = suites[suite];
  const subjectsAt = 40 + wrapSize;
  const nonceAt = subjectsAt + wrapSize;
  const bits: [string, SealingErrorName, number, number?, object?][] = [
    ["magic", "UnknownFormat", 0],
    ["the magic's version", "UnknownFormat", 3, 3],
    ["suite, which becomes the other", "UnknownFormat", 4, 3],
    ["suite, which becomes none", "UnknownFormat", 4, 0x80],
    ["suite, which becomes zero", "UnknownFormat", 4, suite],
    ["first zero", "UnknownFormat", 5],
    ["second zero", "UnknownFormat", 6, 0x10],
    ["last zero", "UnknownFormat", 7, 0x80],
    ["commitment, first byte", "WrongChartOrKey", 8],
    ["commitment, last byte", "WrongChartOrKey", 39, 0x80],
    ["grantee's wrap, first byte", "WrongChartOrKey", 40],
    ["grantee's wrap, last byte", "WrongChartOrKey", subjectsAt - 1, 0x80],
    ["subject's wrap, first byte, read by the subject", "WrongChartOrKey", subjectsAt, 1, { as: "subject" }],
    ["subject's wrap, last byte, read by the subject", "WrongChartOrKey", nonceAt - 1, 0x80, { as: "subject" }],
    ["subject's wrap, read by the grantee", "GrantDamaged", subjectsAt],
    ["grantee's wrap, read by the subject", "GrantDamaged", 40, 1, { as: "subject" }],
    ["nonce, first byte", "GrantDamaged", nonceAt],
    ["nonce, last byte", "GrantDamaged", nonceAt + 23, 0x80],
    ["sealed JSON", "GrantDamaged", nonceAt + 24],
    ["tag", "GrantDamaged", -1, 0x80],
  ];
  return bits.map(([part, expect, at, mask, inputs]) =>
    refusedGrant(suite, expect)(`one byte changed: ${part}`, flipped(sound, at, mask), inputs),
  );
}

function sizes(suite: Suite): CapsuleFault[] {
  const refused = refusedGrant(suite, "UnknownFormat");
  const brief = grantByHand({ suite });
  const spaces = (size: number) => grantByHand({ suite, plaintext: new Uint8Array(size).fill(0x20) });
  const jsonAt = 40 + 2 * suites[suite].wrapSize + 24;
  return [
    refused("empty", new Uint8Array()),
    refused("magic and nothing more", brief.subarray(0, 4)),
    refused("cut within the wraps", brief.subarray(0, 100)),
    refused("cut before the JSON", brief.subarray(0, jsonAt)),
    refused("cut before the tag", brief.subarray(0, -16)),
    refused("one byte short", brief.subarray(0, -1)),
    refused("one byte long", concat([brief, Uint8Array.of(0)])),
    refused("JSON of no bytes", spaces(0)),
    refused("JSON of 1,023 bytes", spaces(grantUnit - 1)),
    refused("JSON of 1,025 bytes", spaces(grantUnit + 1)),
    refusedGrant(suite, "GrantDamaged")("1,024 bytes cut off the end", soundGrant(suite).subarray(0, -grantUnit)),
  ];
}

function wrappedOtherwise(suite: Suite): CapsuleFault[] {
  const refused = refusedGrant(suite, "WrongChartOrKey");
  const { wrapSize } = suites[suite];
  const zeros = new Uint8Array(wrapSize);
  const context = grantContext({ ...scene, grantee: elsewhere.address, epoch: grantEpoch });
  const exchanged = grantByHand({ suite, wraps: (grantee, subject) => [subject, grantee] });
  const forSubject = grantByHand({ suite, wraps: (_, subject) => [zeros, subject] });
  return [
    refused("the wraps exchanged, read by the grantee", exchanged),
    refused("the wraps exchanged, read by the subject", exchanged, { as: "subject" }),
    refused("wrapped for the subject alone", forSubject),
    refused("commits to another grantee", grantByHand({ suite, commitmentContext: context })),
    ...(suite === 2 ? [refused("wrapped for another grantee", grantByHand({ suite, wrapContext: context }))] : []),
  ];
}

function sealedOtherwise(suite: Suite): CapsuleFault[] {
  const refused = refusedGrant(suite, "GrantDamaged");
  const context = grantContext({ ...scene, grantee: elsewhere.address, epoch: grantEpoch });
  return [
    refused("sealed for another grantee", grantByHand({ suite, sealingContext: context })),
    refused("sealed under the key of an entry", grantByHand({ suite, sealingLabel: "ownchart/entry" })),
    refused("not bound to its head", grantByHand({ suite, associated: () => new Uint8Array() })),
    refused("not bound to the nonce", grantByHand({ suite, associated: (head) => head.subarray(0, -24) })),
  ];
}

/** Which of two faults is named says in which order they are looked for. */
function twoFaults(suite: Suite): CapsuleFault[] {
  const sound = soundGrant(suite);
  const nextEpoch = { epoch: grantEpoch + 1 };
  const others = { termsSha256: hexToBytes(termsHash({})) };
  return [
    refusedGrant(suite, "UnknownFormat")("of no known format, and replayed", flipped(sound, 6), nextEpoch),
    refusedGrant(suite, "WrongChartOrKey")("replayed, and damaged", flipped(sound, -1, 0x80), nextEpoch),
    refusedGrant(suite, "GrantDamaged")("damaged, and of other terms", flipped(sound, -1, 0x80), others),
  ];
}
