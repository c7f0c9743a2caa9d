import { type Address, bytesToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { epochSeed } from "#core/sealing/epochSeed.ts";
import { identitySeed } from "#core/sealing/identitySeed.ts";
import { type KeyPair, keyPairOf } from "#core/sealing/keyPairOf.ts";
import type { Suite } from "#core/sealing/suites.ts";
import { createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import { randomFor } from "./randomFor.ts";

/** Both have a wallet that was made on their device, so their recovery codes are all there is to know of them. */
export const recoveryCodes = {
  subject: createRecoveryCode(randomFor("recovery code of the subject")),
  grantee: createRecoveryCode(randomFor("recovery code of the grantee")),
};

export const accounts = {
  subject: privateKeyToAccount(bytesToHex(walletKeyOf(recoveryCodes.subject))),
  grantee: privateKeyToAccount(bytesToHex(walletKeyOf(recoveryCodes.grantee))),
};

/** Where everything in the vectors happens, and between whom. Nobody of them exists. */
export const scene = {
  /** Of 33 bits: who keeps 32 of them is on chain 31337. */
  chainId: 2 ** 32 + 31_337,
  recordRegistry: drawnAddress("record registry"),
  consentRegistry: drawnAddress("consent registry"),
  subject: accounts.subject.address.toLowerCase() as Address,
  author: drawnAddress("author"),
  grantee: accounts.grantee.address.toLowerCase() as Address,
};

/** Where nothing in the vectors belongs. */
export const elsewhere = { chainId: 1, chainIdCut: 31_337, address: drawnAddress("stranger") };

export const roots = { subject: randomFor("root of the subject")(32), grantee: randomFor("root of the grantee")(32) };

/** The chain has keysets of these epochs. */
export const epochs = [0, 1, 2];

export function seedOf(category: number, epoch: number): Uint8Array {
  return epochSeed({ root: roots.subject, chart: scene, category, epoch });
}

export function epochPair({ category, epoch, suite }: { category: number; epoch: number; suite: Suite }): KeyPair {
  return keyPairOf(seedOf(category, epoch), suite);
}

export function identitySeedOf(who: "subject" | "grantee"): Uint8Array {
  return identitySeed({ root: roots[who], chainId: scene.chainId, address: scene[who] });
}

export function otherSuite(suite: Suite): Suite {
  return suite === 1 ? 2 : 1;
}

function drawnAddress(name: string): Address {
  return bytesToHex(randomFor(`address: ${name}`)(20));
}
