import { hexToBytes, sha256 } from "viem";
import { categories } from "#core/records/categories.ts";
import { categorySeed } from "#core/sealing/epochSeed.ts";
import { keyIdOf } from "#core/sealing/keyIdOf.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { keysetOf } from "#core/sealing/keyset/keysetOf.ts";
import type { Suite } from "#core/sealing/suites.ts";
import { epochPair, epochs, identitySeedOf, roots, scene, seedOf } from "./scene.ts";

export function keyTreeVectors() {
  const everyCategory = categories.map((_, category) => keyVector({ category, epoch: 0, suite: 1 }));
  const farApart = [0, 7, 10].flatMap((category) =>
    [1, 2 ** 32 - 1].flatMap((epoch) => bothSuites.map((suite) => keyVector({ category, epoch, suite }))),
  );
  return [...everyCategory, ...farApart];
}

function keyVector(of: { category: number; epoch: number; suite: Suite }) {
  const { category, epoch } = of;
  const { suite, publicKey, secretKey } = epochPair(of);
  return {
    category,
    epoch,
    suite,
    categorySeed: categorySeed({ root: roots.subject, chart: scene, category }),
    epochSeed: seedOf(category, epoch),
    publicKey,
    secretKey,
    keyId: hexToBytes(keyIdOf(publicKey)),
  };
}

export function identityVectors() {
  return (["subject", "grantee"] as const).flatMap((of) =>
    bothSuites.map((suite) => ({ of, seed: identitySeedOf(of), ...keyPairOf(identitySeedOf(of), suite) })),
  );
}

export function keysetVectors() {
  return bothSuites.flatMap((suite) =>
    epochs.map((epoch) => {
      const bytes = keysetIn({ epoch, suite });
      return { suite, epoch, bytes, sha256: sha256(bytes, "bytes") };
    }),
  );
}

export function keysetIn({ epoch, suite }: { epoch: number; suite: Suite }): Uint8Array {
  return keysetOf({ root: roots.subject, chart: scene, epoch, suite });
}

export const bothSuites: readonly Suite[] = [1, 2];
