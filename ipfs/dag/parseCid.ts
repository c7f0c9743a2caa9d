import { CID } from "multiformats/cid";
import { IpfsError } from "../IpfsError.ts";

export const rawCode = 0x55;
export const dagPbCode = 0x70;
const sha256Code = 0x12;

/** A CID of the kinds that files are made of: raw bytes or dag-pb under SHA-256. An identity CID, for one, proves nothing. */
export function parseCid(text: string): CID {
  // No CID of these kinds is longer, and decoding a long text takes time.
  if (text.length > 128) throw new IpfsError("NotAFile", "CID");
  try {
    return requireUsable(CID.parse(text));
  } catch (error) {
    throw error instanceof IpfsError ? error : new IpfsError("NotAFile", "CID", error);
  }
}

export function requireUsable(cid: CID): CID {
  const { code, multihash } = cid;
  const isUsable =
    (code === rawCode || code === dagPbCode) && multihash.code === sha256Code && multihash.digest.length === 32;
  if (!isUsable) throw new IpfsError("NotAFile", "kind of CID");
  return cid;
}
