import { sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes, countedDraws } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import {
  granteePair,
  sampleGrant,
  sampleTermsHash,
  sampleKeysetHashes,
  subjectPair,
} from "#test/support/sealing/sampleGrant.ts";
import { grantPlace } from "#test/support/sealing/samplePlaces.ts";
import { canonicalJson } from "../../consent/canonicalJson.ts";
import { commitmentTo } from "../commitmentTo.ts";
import { grantContext } from "../grantContext.ts";
import { suites } from "../suites.ts";
import { grantToJson } from "./grantJson.ts";
import { openGrant } from "./openGrant.ts";
import { sealGrant } from "./sealGrant.ts";

const of = (suite: 1 | 2) => ({
  content: sampleGrant,
  place: grantPlace,
  suite,
  granteeKey: granteePair(suite).publicKey,
  subjectKey: subjectPair(suite).publicKey,
});

function withName(length: number) {
  return { ...sampleGrant, about: { ...sampleGrant.about, name: "n".repeat(length) } };
}

describe("sealGrant", () => {
  it("seals to the same bytes by the same randomness: a byte that changes needs a new version", () => {
    expect(sha256(sealGrant({ ...of(2), random: countedDraws() }))).toBe(
      "0x2aff1ab1932802dbd3a9aee22e3bc657e4f0b9c4435b2878543bee6104cc0698",
    );
  });

  it("seals nothing that its reader would refuse", () => {
    const content = { ...sampleGrant, about: { ...sampleGrant.about, birthDate: "1980-02-30" } };
    expect(() => sealGrant({ ...of(2), content })).toThrow(refusal("UnknownFormat", "content of the grant"));
  });

  it.each([1, 2] as const)("says in suite %i what anybody may see: format, suite and commitment", (suite) => {
    const grant = sealGrant({ ...of(suite), random: countedDraws() });
    expect([...grant.subarray(0, 8)]).toEqual([0x4f, 0x43, 0x47, 0x31, suite, 0, 0, 0]);
    expect(grant.subarray(8, 40)).toEqual(commitmentTo(countedBytes(32, 17), grantContext(grantPlace)));
    expect((grant.length - 40 - 2 * suites[suite].wrapSize - 24 - 16) % 1_024).toBe(0);
  });

  it("draws key, nonce and wraps anew each time", () => {
    const [one, other] = [sealGrant(of(2)), sealGrant(of(2))];
    for (const [from, to] of [
      [8, 40],
      [40, 1_208],
      [1_208, 2_376],
      [2_376, 2_400],
      [2_400, one.length],
    ]) {
      expect(one.subarray(from, to)).not.toEqual(other.subarray(from, to));
    }
  });

  it("wipes the key that it drew", () => {
    const drawn: Uint8Array[] = [];
    const random = (size: number) => {
      drawn.push(countedBytes(size, 1));
      return drawn.at(-1)!;
    };
    sealGrant({ ...of(1), random });
    expect(drawn[0]).toEqual(new Uint8Array(32));
  });

  it("fills a MiB as far as it can, and refuses what is longer", () => {
    const room = 1_023 * 1_024 - canonicalJson(grantToJson(withName(0))).length;
    const grant = sealGrant({ ...of(1), content: withName(room) });
    expect(grant.length).toBe(2 ** 20 - 1_024 + 240);
    const known = { termsHash: sampleTermsHash, keysetHashes: sampleKeysetHashes };
    const opened = openGrant({ grant, place: grantPlace, role: "grantee", pairs: [granteePair(1)], ...known });
    expect(opened.about.name.length).toBe(room);
    expect(() => sealGrant({ ...of(1), content: withName(room + 1) })).toThrow(refusal("GrantTooLong"));
  });

  it.each(["granteeKey", "subjectKey"] as const)("refuses a %s that is none", (name) => {
    expect(() => sealGrant({ ...of(2), [name]: new Uint8Array(1216).fill(0xff) })).toThrow(
      refusal("UnknownFormat", "the public key is none"),
    );
    expect(() => sealGrant({ ...of(2), [name]: of(1)[name] })).toThrow(
      refusal("UnknownFormat", "size of the public key"),
    );
  });
});
