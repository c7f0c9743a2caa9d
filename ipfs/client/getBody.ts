import type { CID } from "multiformats/cid";
import { toStream } from "#core/sealing/body/toStream.ts";
import { IpfsError } from "../IpfsError.ts";
import { fileBytes } from "../dag/fileBytes.ts";
import { dagPbCode, parseCid } from "../dag/parseCid.ts";
import { type Way, askGateway } from "./askGateway.ts";
import { getBlock } from "./getBlock.ts";
import { type Car, openCar } from "./openCar.ts";
import { type Patience, usualPatience } from "./Patience.ts";
import { withRetries } from "./withRetries.ts";

export type GetBodyParameters = {
  /** Of a trustless gateway, without `/ipfs`. It is not believed: every block is held against its CID. */
  gatewayUrl: string;
  cid: string;
  fetch?: typeof fetch;
  signal?: AbortSignal;
  patience?: Patience;
};

/**
 * A file from IPFS, whose every byte is right, or else an error; undefined where the gateway says that it has it not.
 * Whatever is sent, it holds no more than a few blocks of at most 2 MiB. A connection that breaks is taken up where it
 * broke. Cost grows with the file: one question, or one for each block from where something went wrong.
 */
export async function getBody(parameters: GetBodyParameters): Promise<ReadableStream<Uint8Array> | undefined> {
  const { gatewayUrl, cid, fetch = globalThis.fetch, signal, patience = usualPatience } = parameters;
  const stop = new AbortController();
  const way: Way = {
    gatewayUrl,
    fetch: (...question) => fetch(...question),
    patience,
    signal: signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]),
  };
  const root = parseCid(cid);
  const blocks = await openBlocks(way, root);
  if (blocks === undefined) return undefined;
  return toStream(closing(fileBytes({ root, blockOf: blocks.blockOf }), blocks.close), async (reason) => {
    stop.abort(reason);
    blocks.close();
  });
}

type Blocks = { blockOf(cid: CID): Promise<Uint8Array>; close(): void };

/** Many blocks come in one CAR as long as it has them in order; from where it has not, each is asked for by itself. */
async function openBlocks(way: Way, root: CID): Promise<Blocks | undefined> {
  let first: Uint8Array | undefined;
  let car: Car | undefined;
  if (root.code === dagPbCode) {
    const answer = await withRetries(way, () => askGateway(way, { cid: root, format: "car" }));
    if (answer === undefined) return undefined;
    car = await openCar(answer).catch(unlessWrong);
    if (car === undefined) answer.close();
  } else {
    first = await getBlock(way, root);
    if (first === undefined) return undefined;
  }

  function leaveCar(): void {
    car?.close();
    car = undefined;
  }

  return {
    async blockOf(cid) {
      way.signal?.throwIfAborted();
      const block = first ?? (await car?.next(cid).catch(unlessWrong));
      first = undefined;
      if (block !== undefined) return block;
      leaveCar();
      const single = await getBlock(way, cid);
      if (single === undefined) throw new IpfsError("IpfsAnswerBroken", "a block is missing");
      return single;
    },
    close: leaveCar,
  };
}

function unlessWrong(error: unknown): undefined {
  if (error instanceof IpfsError && error.name === "IpfsAnswerBroken") return undefined;
  throw error;
}

async function* closing(bytes: AsyncGenerator<Uint8Array, void>, close: () => void): AsyncGenerator<Uint8Array, void> {
  try {
    yield* bytes;
  } finally {
    close();
  }
}
