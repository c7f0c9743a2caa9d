import { type Address, type Hex, sha256, stringToBytes } from "viem";
import { canonicalJson } from "../consent/canonicalJson.ts";
import type { Paper, Unsigned } from "./Paper.ts";
import { acts } from "./acts.ts";

/** Where papers count: one register on one chain. */
export type LicensingPlace = { chainId: number; licenceRegistry: Address };

/** What the wallet signs: the values that a person can judge as they are, a longer content as its hash. */
export function paperTypedData(paper: Unsigned<Paper>, { chainId, licenceRegistry }: LicensingPlace) {
  return { domain: { name: "Ownchart", version: "1", chainId, verifyingContract: licenceRegistry }, ...signed(paper) };
}

export type PaperTypedData = ReturnType<typeof signed>;

function signed(paper: Unsigned<Paper>) {
  const { by, jurisdiction } = paper;
  const at = BigInt(paper.at);
  switch (paper.paper) {
    case "application": {
      const { kind, content } = paper;
      const message = { applicant: by, kind, jurisdiction, content: hashOf(content), at };
      return { types: { LicenceApplication }, primaryType: "LicenceApplication", message } as const;
    }
    case "letter": {
      const { to, kind, about, text, of } = paper;
      const message = { to, kind, jurisdiction, about, text, of, at };
      return { types: { BoardLetter }, primaryType: "BoardLetter", message } as const;
    }
    case "proposal": {
      const { holder, kind, act, validFrom, validUntil, content } = paper;
      const values = { holder, kind, jurisdiction, act: acts.indexOf(act), validFrom, validUntil };
      const message = { ...values, content: hashOf(content), at };
      return { types: { BoardProposal }, primaryType: "BoardProposal", message } as const;
    }
    case "secret": {
      const message = { jurisdiction, content: hashOf(paper.content), at };
      return { types: { BoardSecret }, primaryType: "BoardSecret", message } as const;
    }
  }
}

function hashOf(content: object): Hex {
  return sha256(stringToBytes(canonicalJson(content)));
}

const LicenceApplication = [
  { name: "applicant", type: "address" },
  { name: "kind", type: "uint8" },
  { name: "jurisdiction", type: "string" },
  { name: "content", type: "bytes32" },
  { name: "at", type: "uint64" },
] as const;

const BoardLetter = [
  { name: "to", type: "address" },
  { name: "kind", type: "uint8" },
  { name: "jurisdiction", type: "string" },
  { name: "about", type: "string" },
  { name: "text", type: "string" },
  { name: "of", type: "bytes32" },
  { name: "at", type: "uint64" },
] as const;

const BoardProposal = [
  { name: "holder", type: "address" },
  { name: "kind", type: "uint8" },
  { name: "jurisdiction", type: "string" },
  { name: "act", type: "uint8" },
  { name: "validFrom", type: "uint40" },
  { name: "validUntil", type: "uint40" },
  { name: "content", type: "bytes32" },
  { name: "at", type: "uint64" },
] as const;

const BoardSecret = [
  { name: "jurisdiction", type: "string" },
  { name: "content", type: "bytes32" },
  { name: "at", type: "uint64" },
] as const;
