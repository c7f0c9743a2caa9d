import { randomBytes } from "node:crypto";
import { stringToBytes } from "viem";
import type { Secret } from "../../../../scripts/leaks/search/Secret.ts";

/** Who may know it, and so where it may be found. */
export type Kind =
  /** Of patients, and of who they share with: seen by nobody else. */
  | "sealed"
  /** Where a body lies: known to the IPFS node, and nowhere else kept. */
  | "place"
  /** Of what was erased: still on the disk until the database writes over it, and in no row. */
  | "erased"
  /** Opens a gateway's door: shown to the gateway at every request, and kept nowhere. */
  | "token"
  /** Anything that somebody sends by mistake or out of malice, and that is refused. */
  | "refused"
  /** A body that nobody sealed, sent while IPFS was away. */
  | "refused upload"
  /** A licence as everybody may read it at the gateway. */
  | "licence"
  /** The gateway's own wallet. */
  | "operator";

/** Secrets that are put where people put theirs, to be looked for where they must not be. */
export function planted() {
  const kinds = new Map<string, Kind>();
  const secrets: Secret[] = [];

  function plant(kind: Kind, what: string, bytes: Uint8Array | string): void {
    const name = `${what} (${secrets.length})`;
    kinds.set(name, kind);
    secrets.push({ name, bytes: typeof bytes === "string" ? stringToBytes(bytes) : bytes });
  }

  return {
    secrets,
    kindOf: (secret: string) => kinds.get(secret)!,
    plant,
    /** A word like no other, for wherever a text is taken. */
    word(kind: Kind, what: string): string {
      const word = `w${randomBytes(12).toString("hex")}`;
      plant(kind, what, word);
      return word;
    },
  };
}

export type Planted = ReturnType<typeof planted>;
