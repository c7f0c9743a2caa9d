import { type Secret, requireFindable } from "./Secret.ts";
import { partsOf } from "./partsOf.ts";
import { spellingsOf } from "./spellingsOf.ts";

export type Match = { secret: string; how: string };

export type Matcher = {
  /** Tells of every place in the bytes where a spelling of a part of a secret stands whole. */
  scan(bytes: Uint8Array, found: (match: Match) => void): void;
  /** The longest spelling there is: what is cut up must overlap by one byte less. */
  longest: number;
};

type Pattern = Match & { bytes: Uint8Array };

/** Every spelling begins with so many bytes that it is known by. */
const keySize = 8;
/** Half a MiB, which stays near the processor. */
const filterBits = 22;

/**
 * Looks for all secrets at once: the eight bytes at each place are hashed, and only where a spelling begins with such a
 * hash is it compared. Takes time by the bytes alone, and memory by the secrets: about 2 KiB for one of 32 bytes.
 */
export function createMatcher(secrets: readonly Secret[]): Matcher {
  const filter = new Uint32Array(2 ** (filterBits - 5));
  const patterns = new Map<number, Pattern[]>();
  let longest = keySize;
  for (const pattern of patternsOf(secrets)) {
    const hash = hashOf(uint32(pattern.bytes, 0), uint32(pattern.bytes, 4));
    patterns.set(hash, [...(patterns.get(hash) ?? []), pattern]);
    filter[hash >>> 5]! |= 1 << (hash & 31);
    longest = Math.max(longest, pattern.bytes.length);
  }

  function scan(bytes: Uint8Array, found: (match: Match) => void) {
    let first = uint32(bytes, -1);
    let second = uint32(bytes, 3);
    for (let at = 0; at + keySize <= bytes.length; at++) {
      first = (first << 8) | bytes[at + 3]!;
      second = (second << 8) | bytes[at + 7]!;
      const hash = hashOf(first, second);
      if (((filter[hash >>> 5]! >>> (hash & 31)) & 1) === 0) continue;
      for (const pattern of patterns.get(hash)!) if (standsAt(bytes, at, pattern.bytes)) found(pattern);
    }
  }
  return { scan, longest };
}

function* patternsOf(secrets: readonly Secret[]): Generator<Pattern> {
  for (const secret of secrets) {
    requireFindable(secret);
    for (const { start, bytes: part } of partsOf(secret.bytes)) {
      for (const { how, bytes } of spellingsOf(part, start)) yield { secret: secret.name, how, bytes };
    }
  }
}

function uint32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> (32 - filterBits);
}

function standsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}
