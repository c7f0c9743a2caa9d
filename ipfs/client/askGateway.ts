import type { CID } from "multiformats/cid";
import { IpfsError } from "../IpfsError.ts";
import { ByteReader } from "./ByteReader.ts";
import type { Patience } from "./Patience.ts";

/** Which gateway is asked, and how. */
export type Way = { gatewayUrl: string; fetch: typeof fetch; patience: Patience; signal: AbortSignal | undefined };

export type Question = { cid: CID; format: "raw" | "car" };

/** A gateway's answer, not yet believed; undefined where it says that it has no such thing. */
export async function askGateway(
  { gatewayUrl, fetch, patience, signal }: Way,
  { cid, format }: Question,
): Promise<ByteReader | undefined> {
  signal?.throwIfAborted();
  const { type, accept, query } = formats[format];
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience.silence);
  let answer: Response;
  try {
    answer = await fetch(`${gatewayUrl.replace(/\/+$/, "")}/ipfs/${cid}?${query}`, {
      headers: { Accept: accept },
      credentials: "omit",
      referrerPolicy: "no-referrer",
      // Whoever may send us elsewhere could have us knock at doors that only we can reach.
      redirect: "manual",
      signal: signal === undefined ? giveUp.signal : AbortSignal.any([signal, giveUp.signal]),
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new IpfsError("IpfsUnreachable", "no answer", error);
  } finally {
    clearTimeout(timer);
  }
  const { status, headers, body } = answer;
  const isAnswer = status === 200 && headers.get("Content-Type")?.split(";")[0] === type && body !== null;
  if (isAnswer) return new ByteReader(body, patience.silence);
  body?.cancel().catch(() => {});
  if (status === 404 || status === 410) return undefined;
  if (status === 429 || status >= 500) throw new IpfsError("IpfsUnreachable", `status ${status}`);
  throw new IpfsError("IpfsAnswerBroken", status === 200 ? "content type" : `status ${status}`);
}

const formats = {
  raw: { type: "application/vnd.ipld.raw", accept: "application/vnd.ipld.raw", query: "format=raw" },
  car: {
    type: "application/vnd.ipld.car",
    accept: "application/vnd.ipld.car; version=1; order=dfs; dups=y",
    query: "format=car&dag-scope=entity&car-version=1&car-order=dfs&car-dups=y",
  },
};
