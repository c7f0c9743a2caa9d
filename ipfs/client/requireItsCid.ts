import type { CID } from "multiformats/cid";
import { IpfsError } from "../IpfsError.ts";

export async function requireItsCid(block: Uint8Array, cid: CID): Promise<void> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", block as Uint8Array<ArrayBuffer>));
  if (digest.some((byte, index) => byte !== cid.multihash.digest[index])) throw new IpfsError("BlockNotItsCid");
}
