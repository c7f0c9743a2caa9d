import type { Secret } from "./Secret.ts";
import { type Match, createMatcher } from "./createMatcher.ts";
import { compressedAt, unpacked } from "./unpacked.ts";

/** A secret that was found: where, and how it was written. Never what it is. */
export type Finding = { secret: string; where: string; how: string };

export type Search = {
  /** Looks through bytes of whatever length, also within what is compressed in them. */
  through(where: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  /** Each secret once a place and spelling. */
  findings(): Finding[];
  /** How many bytes were looked through, those that were unpacked included. */
  bytes(): number;
};

/** What is read at a time. */
const windowSize = 2 ** 20;
/** By which windows overlap, so that something compressed has this much before it is cut. */
const overlap = 2 ** 16;
/** What is compressed may hold something compressed. */
const deepest = 2;

/** A search for secrets in everything it is given. Its memory does not grow with what it looks through. */
export function createSearch(secrets: readonly Secret[]): Search {
  const matcher = createMatcher(secrets);
  const findings = new Map<string, Finding>();
  let searched = 0;

  function noteAt(where: string, layers: string) {
    return ({ secret, how }: Match) => {
      const finding = { secret, where, how: layers + how };
      findings.set(JSON.stringify(finding), finding);
    };
  }

  async function searchIn(where: string, pieces: Pieces, layers: readonly string[]) {
    const note = noteAt(where, layers.map((by) => `${by}, `).join(""));
    for await (const { bytes, fresh, isLast } of windowsOf(pieces)) {
      searched += fresh;
      matcher.scan(bytes, note);
      if (layers.length === deepest) continue;
      const end = isLast ? bytes.length : bytes.length - overlap;
      for (const { at, by, unpack } of compressedAt(bytes, end)) {
        await searchIn(where, unpacked(bytes.subarray(at), unpack), [...layers, by]);
      }
    }
  }

  return {
    through: (where, pieces) => searchIn(where, pieces, []),
    findings: () => [...findings.values()],
    bytes: () => searched,
  };
}

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Pieces joined to windows, each of which begins with the end of the one before. */
async function* windowsOf(pieces: Pieces) {
  let kept: Uint8Array = new Uint8Array();
  let [waiting, size] = [[] as Uint8Array[], 0];
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += windowSize) {
      const part = piece.subarray(at, at + windowSize);
      waiting.push(part);
      size += part.length;
      if (size < windowSize) continue;
      const bytes = Buffer.concat([kept, ...waiting]);
      yield { bytes, fresh: size, isLast: false };
      kept = bytes.subarray(-overlap);
      [waiting, size] = [[], 0];
    }
  }
  yield { bytes: Buffer.concat([kept, ...waiting]), fresh: size, isLast: true };
}
