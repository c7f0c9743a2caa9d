import { sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { chainId, chartPlace, otherPlaces, subject } from "#test/support/sealing/samplePlaces.ts";
import { identitySeed } from "../identitySeed.ts";
import { keyPairOf } from "../keyPairOf.ts";
import { keysetOf } from "../keyset/keysetOf.ts";
import type { Suite } from "../suites.ts";
import { requireCurrentVault } from "./requireCurrentVault.ts";
import type { Roots } from "./roots.ts";

const old = { firstEpoch: 0, root: countedBytes(32, 1) };
const young = { firstEpoch: 4, root: countedBytes(32, 2) };
const yesterday: Roots = [old];
const today: Roots = [old, young];

const chartOf = (root: Uint8Array, epoch: number, suite: Suite = 2) => ({
  epoch,
  keysetHash: sha256(keysetOf({ root, chart: chartPlace, epoch, suite })),
});
const keyOf = (root: Uint8Array, suite: Suite = 2) =>
  keyPairOf(identitySeed({ root, chainId, address: subject }), suite);
const check = (roots: Roots, chart?: ReturnType<typeof chartOf>, publishedKey?: ReturnType<typeof keyOf>) => () =>
  requireCurrentVault({ roots, place: chartPlace, chart, publishedKey });

describe("a vault is current", () => {
  it.each([1, 2] as const)("where its newest root leads to the keyset on chain, of suite %i too", (suite) => {
    expect(check(today, chartOf(young.root, 4, suite))).not.toThrow();
    expect(check(today, chartOf(young.root, 9, suite))).not.toThrow();
  });

  it.each([1, 2] as const)("where there is no chart yet but the key of suite %i that it leads to", (suite) => {
    expect(check(today, undefined, keyOf(young.root, suite))).not.toThrow();
  });

  it("where there is neither chart nor key", () => {
    expect(check(today)).not.toThrow();
  });

  it("by its chart, where the published key is one of before", () => {
    expect(check(today, chartOf(young.root, 4), keyOf(old.root))).not.toThrow();
  });

  it("while its newest root waits to come into force, or came earlier than it was to", () => {
    expect(check(today, chartOf(old.root, 3))).not.toThrow();
    expect(check(today, chartOf(young.root, 3))).not.toThrow();
  });

  it("without a chart too, while the key of its newest root waits to be published", () => {
    expect(check(today, undefined, keyOf(old.root))).not.toThrow();
  });
});

describe("a vault is stale", () => {
  it("where a newer root leads to the keyset on chain", () => {
    expect(check(yesterday, chartOf(young.root, 4), keyOf(old.root))).toThrow(refusal("StaleVault"));
  });

  it("where the keyset on chain is not of this epoch", () => {
    expect(check(today, { ...chartOf(young.root, 4), epoch: 5 })).toThrow(refusal("StaleVault"));
  });

  it.each(otherPlaces(chartPlace))("for a chart with another %s", (_, place) => {
    const attempt = () =>
      requireCurrentVault({ roots: today, place, chart: chartOf(young.root, 4), publishedKey: undefined });
    expect(attempt).toThrow(refusal("StaleVault"));
  });

  it("where without a chart another key was published", () => {
    expect(check(yesterday, undefined, keyOf(young.root))).toThrow(refusal("StaleVault"));
  });
});
