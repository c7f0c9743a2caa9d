import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { HDNodeWallet } from "ethers";
import { ethers, networkHelpers } from "./chain.ts";

const names = [
  "admin",
  "board",
  "otherBoard",
  "delayedMember",
  "physician",
  "hospital",
  "pharmacist",
  "researcher",
  "patient",
  "secondPatient",
  "relay",
  "stranger",
  "gateway",
  "nurse",
] as const;

export type Person = HardhatEthersSigner;
export type People = Record<(typeof names)[number], Person>;

const root = HDNodeWallet.fromPhrase(
  "test test test test test test test test test test test junk",
  "",
  "m/44'/60'/0'/0",
);
const keys = new Map(
  names.map((_, index) => root.deriveChild(index)).map(({ address, signingKey }) => [address, signingKey]),
);

export async function findPeople(): Promise<People> {
  const signers = await ethers.getSigners();
  return Object.fromEntries(names.map((name, index) => [name, signers[index]])) as People;
}

/** The 65 bytes with which this person's key signs a digest. */
export function signDigest(person: Person, digest: string): string {
  return keys.get(person.address)!.sign(digest).serialized;
}

/** Whoever can send transactions from this address, even where it is a contract's. */
export async function senderAt(address: string): Promise<Person> {
  if (!keys.has(address)) await networkHelpers.setBalance(address, 10n ** 18n);
  return keys.has(address) ? ethers.getSigner(address) : ethers.getImpersonatedSigner(address);
}
