import { describe, expect, it } from "vitest";
import { sodium } from "#core/sealing/sodium.ts";
import { drawnFor } from "./drawnFor.ts";

const { publicKey } = sodium.crypto_box_seed_keypair(new Uint8Array(32));
const sealed = () => sodium.crypto_box_seal(new Uint8Array(32), publicKey);

describe("randomness of a name", () => {
  it("is the same for the same name, in whatever the library draws by itself too", () => {
    expect(drawnFor("a", sealed)).toEqual(drawnFor("a", sealed));
    expect(drawnFor("a", (random) => random(100))).toEqual(drawnFor("a", (random) => random(100)));
  });

  it("is other for another name", () => {
    expect(drawnFor("a", sealed)).not.toEqual(drawnFor("b", sealed));
  });

  it("never comes twice in one run", () => {
    const [first, second] = drawnFor("a", (random) => [random(32), random(32)]);
    expect(first).not.toEqual(second);
  });

  it("ends with the run, also when that fails", () => {
    expect(() => drawnFor("a", (random) => random(-1))).toThrow(RangeError);
    expect(sealed()).not.toEqual(sealed());
  });

  it("may be asked for within another name's", () => {
    const alone = drawnFor("a", sealed);
    const around = drawnFor("a", () => {
      drawnFor("b", sealed);
      return sealed();
    });
    expect(around).toEqual(alone);
  });
});
