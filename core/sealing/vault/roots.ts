import { concat } from "viem";
import { SealingError } from "../SealingError.ts";
import { readUint32, uint32, uint8 } from "../integerBytes.ts";

/** A root and the epoch of the own chart from which on it counts. Older ones keep opening what they sealed. */
export type Root = { firstEpoch: number; root: Uint8Array };

/** Newest last, and never empty. */
export type Roots = readonly [Root, ...Root[]];

/** The content of a vault. */
export function encodeRoots(roots: Roots): Uint8Array {
  requireAscending(roots);
  return concat([
    uint8(roots.length),
    ...roots.map(({ firstEpoch, root }) => {
      if (root.length !== rootSize) throw new SealingError("UnknownFormat", "size of a root");
      return concat([uint32(firstEpoch), root]);
    }),
  ]);
}

export function parseRoots(bytes: Uint8Array): Roots {
  const count = bytes[0] ?? 0;
  if (bytes.length !== sizeOfRoots(count)) throw new SealingError("UnknownFormat", "size of the content");
  const [first, ...others] = Array.from({ length: count }, (_, i) => {
    const at = sizeOfRoots(i);
    return { firstEpoch: readUint32(bytes, at), root: bytes.slice(at + 4, at + 4 + rootSize) };
  });
  if (first === undefined) throw new SealingError("UnknownFormat", "no root");
  const roots: Roots = [first, ...others];
  requireAscending(roots);
  return roots;
}

/** Of so many of them, encoded. */
export function sizeOfRoots(count: number): number {
  return 1 + count * (4 + rootSize);
}

export function newestRoot(roots: Roots): Root {
  return roots.at(-1)!;
}

/** First the root that should count in an epoch, then the others, newest first. */
export function rootsByLikelihood(roots: Roots, epoch: number): Root[] {
  const due = roots.filter(({ firstEpoch }) => firstEpoch <= epoch).toReversed();
  const early = roots.filter(({ firstEpoch }) => firstEpoch > epoch).toReversed();
  return [...due, ...early];
}

function requireAscending(roots: Roots): void {
  const isAscending = roots.every(({ firstEpoch }, i) => i === 0 || firstEpoch > roots[i - 1]!.firstEpoch);
  if (!isAscending) throw new SealingError("UnknownFormat", "first epochs do not ascend");
}

const rootSize = 32;
