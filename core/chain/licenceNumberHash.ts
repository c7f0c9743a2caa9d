import { type Hex, concat, hexToBytes, numberToHex, stringToHex, toHex } from "viem";
import { jurisdictionBytes } from "./jurisdictionBytes.ts";

export type LicenceNumberHashParameters = {
  /** The board's own secret, at least 32 bytes. Without it nobody can find a number by trying. */
  boardKey: Uint8Array<ArrayBuffer>;
  jurisdiction: string;
  kind: number;
  /** As it is printed on the licence; spaces, hyphens and case do not matter. */
  number: string;
};

/** What stands on chain for a licence number: HMAC-SHA256 under the board's key, so that the number stays secret. */
export async function licenceNumberHash(parameters: LicenceNumberHashParameters): Promise<Hex> {
  const { boardKey, jurisdiction, kind, number } = parameters;
  const plain = number.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  if (plain === "") throw new LicenceNumberEmptyError();
  if (boardKey.length < 32) throw new BoardKeyTooShortError();

  const text = concat([jurisdictionBytes(jurisdiction), numberToHex(kind, { size: 1 }), stringToHex(plain)]);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", boardKey, algorithm, false, ["sign"]);
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, new Uint8Array(hexToBytes(text)))));
}

export class LicenceNumberEmptyError extends Error {
  override readonly name = "LicenceNumberEmpty";

  constructor() {
    super("The licence number is empty.");
  }
}

export class BoardKeyTooShortError extends Error {
  override readonly name = "BoardKeyTooShort";

  constructor() {
    super("The board's key must have at least 32 bytes.");
  }
}
