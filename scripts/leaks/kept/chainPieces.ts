import { createPublicClient, http, hexToBytes, stringToBytes } from "viem";

/** Everything that a chain's node tells of every block: as its JSON says it, and all its hex as bytes. */
export async function* chainPieces(rpcUrl: string): AsyncGenerator<Uint8Array, void> {
  const chain = createPublicClient({ transport: http(rpcUrl) });
  const request = chain.request as (asked: { method: string; params: unknown[] }) => Promise<unknown>;
  const newest = await chain.getBlockNumber();
  for (let number = 0n; number <= newest; number++) {
    const block = `0x${number.toString(16)}`;
    yield* piecesOf(await request({ method: "eth_getBlockByNumber", params: [block, true] }));
    yield* piecesOf(await request({ method: "eth_getLogs", params: [{ fromBlock: block, toBlock: block }] }));
  }
}

function* piecesOf(answer: unknown): Generator<Uint8Array, void> {
  const text = JSON.stringify(answer);
  yield stringToBytes(text);
  for (const [hex] of text.matchAll(/0x(?:[0-9a-f]{2})+/g)) yield hexToBytes(hex as `0x${string}`);
}
