import { concat, sha256 } from "viem";
import { categories } from "#core/records/categories.ts";
import type { SealingErrorName } from "#core/sealing/sealingErrorSentences.ts";
import type { Suite } from "#core/sealing/suites.ts";
import { keysetIn } from "../keyVectors.ts";
import { otherSuite } from "../scene.ts";
import type { Fault } from "./Fault.ts";
import { flipped } from "./flipped.ts";

export function keysetFaults(): Fault[] {
  return [...notOnChain(1), ...notOnChain(2), ...ofNoKnownFormat()];
}

function refusedKeyset(expect: SealingErrorName, what: string, bytes: Uint8Array, onChain = bytes): Fault {
  return { what, kind: "keyset", expect, bytes, sha256: sha256(onChain, "bytes") };
}

function notOnChain(suite: Suite): Fault[] {
  const current = keysetIn({ epoch: 1, suite });
  const others: [string, Uint8Array][] = [
    ["the keyset of the epoch before", keysetIn({ epoch: 0, suite })],
    ["the keyset of the epoch after", keysetIn({ epoch: 2, suite })],
    ["the keyset of the other suite", keysetIn({ epoch: 1, suite: otherSuite(suite) })],
    ["one key id changed", flipped(current, -1)],
    ["magic changed: the hash is looked at first", flipped(current, 0)],
    ["one byte too many", concat([current, Uint8Array.of(0)])],
    ["nothing", new Uint8Array()],
  ];
  return others.map(([what, bytes]) => refusedKeyset("StaleKeyset", `suite ${suite}: ${what}`, bytes, current));
}

/** All but the key ids is the same in both suites. */
function ofNoKnownFormat(): Fault[] {
  const sound = keysetIn({ epoch: 1, suite: 1 });
  const head = sound.subarray(0, 6);
  const keys = categories.map((_, category) => sound.subarray(6 + 33 * category, 6 + 33 * (category + 1)));
  const [first = head, second = head, ...others] = keys;
  const last = keys.at(-1)!;
  const faults: [string, Uint8Array][] = [
    ["magic", flipped(sound, 0)],
    ["version in the magic", flipped(sound, 3, 3)],
    ["no such suite", sound.with(4, 3)],
    ["suite zero", sound.with(4, 0)],
    ["it counts one key too few", sound.with(5, 10)],
    ["it counts one key too many", sound.with(5, 12)],
    ["it counts no keys", head.with(5, 0)],
    ["one byte short", sound.subarray(0, -1)],
    ["one byte long", concat([sound, Uint8Array.of(0)])],
    ["empty", new Uint8Array()],
    ["magic and nothing more", sound.subarray(0, 4)],
    ["head and nothing more", head],
    ["two keys exchanged", concat([head, second, first, ...others])],
    ["in descending order", concat([head, ...keys.toReversed()])],
    ["a category twice", concat([head, first, first, ...others])],
    ["the first category left out", concat([head.with(5, 10), second, ...others])],
    ["the last category left out", sound.subarray(0, -33).with(5, 10)],
    ["the last category left out, its place kept", concat([sound.subarray(0, -33), new Uint8Array(33)])],
    ["a category that there is not, in place of the last", concat([sound.subarray(0, -33), last.with(0, 11)])],
    ["a category that there is not, behind the last", concat([sound.with(5, 12), last.with(0, 11)])],
  ];
  return faults.map(([what, bytes]) => refusedKeyset("UnknownFormat", what, bytes));
}
