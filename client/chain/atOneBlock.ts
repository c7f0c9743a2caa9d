import { ClientError } from "../ClientError.ts";
import type { ClientChain, Head } from "./ClientChain.ts";

/**
 * Reads events and state as they are at one block. A reorganisation between two questions, or a node that lags behind
 * another, looks like a contradiction; so it is one only when it is there the second time, with everything read anew.
 */
export async function atOneBlock<Result>(chain: ClientChain, read: (head: Head) => Promise<Result>): Promise<Result> {
  try {
    return await read(await chain.head());
  } catch (error) {
    if (!(error instanceof ClientError && error.name === "ChainContradictsItself")) throw error;
    chain.forget();
    return read(await chain.head());
  }
}
