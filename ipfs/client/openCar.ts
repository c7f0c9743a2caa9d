import type { CID } from "multiformats/cid";
import { mostBlockBytes } from "../dag/mostBlockBytes.ts";
import type { ByteReader } from "./ByteReader.ts";
import { requireItsCid } from "./requireItsCid.ts";

export type Car = {
  /** The next block, if it is the one that is wanted; undefined where another one follows, or none. */
  next(wanted: CID): Promise<Uint8Array | undefined>;
  close(): void;
};

/** Blocks as they follow one another in a CAR (version 1). What its header says is not believed, so it is not read. */
export async function openCar(answer: ByteReader): Promise<Car> {
  await answer.take(await answer.varint(mostHeaderBytes));
  return {
    async next(wanted) {
      if (await answer.isAtEnd()) return undefined;
      const section = await answer.take(await answer.varint(mostCidBytes + mostBlockBytes));
      const { bytes } = wanted;
      if (bytes.some((byte, index) => byte !== section[index])) return undefined;
      const block = section.subarray(bytes.length);
      await requireItsCid(block, wanted);
      return block;
    },
    close: () => answer.close(),
  };
}

const mostHeaderBytes = 4096;
const mostCidBytes = 64;
