import { sha256 } from "viem";
import { expect, it } from "vitest";
import { openCapsule } from "#core/sealing/capsule/openCapsule.ts";
import { keyringOf } from "#core/sealing/keyring.ts";
import { bothSuites } from "../keyVectors.ts";
import { scene, seedOf } from "../scene.ts";
import { capsuleByHand, labs, labsEntry } from "./capsuleByHand.ts";

it.each(bothSuites)("a capsule by hand opens while nothing is asked to be otherwise, suite %i", (suite) => {
  const capsule = capsuleByHand({ suite });
  const keyring = keyringOf([{ ...labs, suite, seed: seedOf(labs.category, labs.epoch) }]);
  expect(openCapsule({ capsule, capsuleHash: sha256(capsule), place: scene, keyring }).entry).toEqual(labsEntry);
});
