import { SealingError } from "#core/sealing/SealingError.ts";
import { parseCapsule } from "#core/sealing/capsule/parseCapsule.ts";
import { parseGrant } from "#core/sealing/grant/parseGrant.ts";
import { bodyHead } from "#core/sealing/body/sealStream.ts";
import { sameBytes } from "#core/sealing/sameBytes.ts";
import { looksRandom } from "./looksRandom.ts";

/** What is in a sealed thing that its format does not promise, in a few words; undefined where it is all as it should be. */
type Strange = string | undefined;

/** Behind the head of eight bytes everything must look like noise. */
const headSize = 8;

export function strangeInCapsule(bytes: Uint8Array): Strange {
  return unlessParsed(() => parseCapsule(bytes)) ?? strangeInNoise(bytes.subarray(headSize));
}

export function strangeInGrant(bytes: Uint8Array): Strange {
  return unlessParsed(() => parseGrant(bytes)) ?? strangeInNoise(bytes.subarray(headSize));
}

/** The first block of a body, or a later one. */
export function strangeInBody(block: Uint8Array): Strange {
  const isFirst = sameBytes(block.subarray(0, bodyHead.length), bodyHead);
  return strangeInNoise(isFirst ? block.subarray(bodyHead.length) : block);
}

export function strangeInNoise(bytes: Uint8Array): Strange {
  return looksRandom(bytes) ? undefined : "something that is no noise";
}

function unlessParsed(parse: () => unknown): Strange {
  try {
    parse();
    return undefined;
  } catch (error) {
    if (error instanceof SealingError) return `what is none (${error.detail ?? error.name})`;
    throw error;
  }
}
