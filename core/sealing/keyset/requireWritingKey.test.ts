import { sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { chartPlace } from "#test/support/sealing/samplePlaces.ts";
import { epochSeed } from "../epochSeed.ts";
import { keyPairOf } from "../keyPairOf.ts";
import { keysetOf } from "./keysetOf.ts";
import { openKeyset } from "./openKeyset.ts";
import { requireWritingKey } from "./requireWritingKey.ts";

const of = { root: countedBytes(32, 1), chart: chartPlace, epoch: 3 };
const bytes = keysetOf({ ...of, suite: 2 });
const keyset = openKeyset({ bytes, hash: sha256(bytes) });
const publicKey = (category: number, change = {}) => keyPairOf(epochSeed({ ...of, category, ...change }), 2).publicKey;
const notInIt = refusal("StaleKeyset", "the key is not in it");

describe("requireWritingKey", () => {
  it.each([0, 10])("lets the current key of category %i pass", (category) => {
    expect(() => requireWritingKey({ keyset, category, publicKey: publicKey(category) })).not.toThrow();
  });

  it("refuses a key of another epoch, another category, or none that there is", () => {
    expect(() => requireWritingKey({ keyset, category: 2, publicKey: publicKey(2, { epoch: 2 }) })).toThrow(notInIt);
    expect(() => requireWritingKey({ keyset, category: 2, publicKey: publicKey(3) })).toThrow(notInIt);
    expect(() => requireWritingKey({ keyset, category: 11, publicKey: publicKey(2) })).toThrow(notInIt);
  });

  it("refuses a key of the other suite", () => {
    const other = keyPairOf(epochSeed({ ...of, category: 2 }), 1).publicKey;
    expect(() => requireWritingKey({ keyset, category: 2, publicKey: other })).toThrow(
      refusal("StaleKeyset", "suite of the key"),
    );
  });
});
