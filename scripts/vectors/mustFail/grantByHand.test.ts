import { sha256 } from "viem";
import { expect, it } from "vitest";
import { termsHash } from "#core/consent/termsHash.ts";
import { openGrant } from "#core/sealing/grant/openGrant.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { bothSuites, keysetIn } from "../keyVectors.ts";
import { identitySeedOf, scene } from "../scene.ts";
import { grantContent, grantEpoch, soundGrant } from "./grantByHand.ts";

it.each(bothSuites)("a grant by hand opens while nothing is asked to be otherwise, suite %i", (suite) => {
  const { terms, about } = grantContent(suite);
  for (const role of ["grantee", "subject"] as const) {
    const opened = openGrant({
      grant: soundGrant(suite),
      place: { ...scene, epoch: grantEpoch },
      role,
      pairs: [keyPairOf(identitySeedOf(role), suite)],
      termsHash: termsHash(terms),
      keysetHashes: new Map([[grantEpoch, sha256(keysetIn({ epoch: grantEpoch, suite }))]]),
    });
    expect(opened.about).toEqual(about);
  }
});
