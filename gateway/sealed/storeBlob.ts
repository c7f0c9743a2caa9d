import type { Address } from "viem";
import { type CidHasher, cidHasher } from "#core/sealing/body/cidHasher.ts";
import { addFile } from "#ipfs/client/addFile.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { takeQuotaAsItFlows } from "./takeQuotaAsItFlows.ts";

export type StoreBlobParameters = {
  owner: Address;
  body: AsyncIterable<Uint8Array>;
  /** As it was announced, if it was. */
  length: number | undefined;
  /** Whether whoever sends it has gone. */
  signal: AbortSignal;
};

/** For IPFS to take the next bytes, or to answer after the last. */
const patience = 120_000;

/**
 * Lets a body flow to IPFS, in as much memory as three of its MiB. IPFS pins what arrived whole and nothing else; what it
 * answers with is held against what flowed. Bytes that flowed count, whatever became of them, since they took their place.
 */
export async function storeBlob(gateway: Gateway, parameters: StoreBlobParameters) {
  const { length = 0, signal } = parameters;
  const { ipfsApi: apiUrl, limits } = gateway.configuration;
  if (length > limits.blobBytes) throw new GatewayError("TooLarge");
  const hasher = cidHasher();
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), patience);
  const flow = measured(gateway, parameters, hasher, () => timer.refresh());
  try {
    const stopped = AbortSignal.any([signal, silence.signal]);
    const { cid } = await addFile({ apiUrl, content: flow.bytes, signal: stopped });
    // What it named instead may be somebody else's, so it is not unpinned.
    if (cid !== (await hasher.digest())) throw new GatewayError("StorageUnreachable");
    return { cid, bytes: flow.size() };
  } catch (cause) {
    throw flow.refusal() ?? new GatewayError(signal.aborted ? "RequestInvalid" : "StorageUnreachable", { cause });
  } finally {
    clearTimeout(timer);
    await flow.end();
  }
}

/** The same bytes, counted, paid for and hashed before they go on; and why they stopped, which libraries do not pass on. */
function measured(
  gateway: Gateway,
  { owner, body, length }: StoreBlobParameters,
  hasher: CidHasher,
  onBytes: () => void,
) {
  const { blobBytes, blobBytesPerDay } = gateway.configuration.limits;
  const quota = takeQuotaAsItFlows(gateway, { who: owner, what: "blob-bytes", most: blobBytesPerDay, length });
  let size = 0;
  let refusal: GatewayError | undefined;

  async function* bytes() {
    try {
      for await (const chunk of body) {
        size += chunk.length;
        if (size > blobBytes) throw new GatewayError("TooLarge");
        await quota.cover(size);
        await hasher.update(chunk);
        onBytes();
        yield chunk;
      }
      if (size === 0 || size !== (length ?? size)) throw new GatewayError("RequestInvalid");
    } catch (cause) {
      refusal = cause instanceof GatewayError ? cause : new GatewayError("RequestInvalid", { cause });
      throw refusal;
    }
  }

  return { bytes: bytes(), size: () => size, refusal: () => refusal, end: () => quota.settle(size) };
}
