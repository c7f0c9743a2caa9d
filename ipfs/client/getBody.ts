export type GetBodyParameters = { gatewayUrl: string; cid: string; fetch?: typeof fetch; signal?: AbortSignal };

/** A placeholder until the merge: the verifying client of IPFS takes its place. */
export async function getBody(_: GetBodyParameters): Promise<ReadableStream<Uint8Array> | undefined> {
  throw new Error("The client of IPFS is not here yet.");
}
