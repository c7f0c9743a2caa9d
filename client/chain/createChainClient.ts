import { type Client, type PublicActions, type Transport, createClient } from "viem";
import {
  getBlock,
  getChainId,
  getContractEvents,
  getTransaction,
  getTransactionCount,
  getTransactionReceipt,
} from "viem/actions";
import { type Call, call, readContract } from "./readContract.ts";

/** Only the questions that are asked here: all that a client can be asked are a third of what the app's worker would load. */
const questions = {
  call,
  getBlock,
  getChainId,
  getContractEvents,
  getTransaction,
  getTransactionCount,
  getTransactionReceipt,
  readContract,
};

export type ChainClient = Client &
  Pick<PublicActions, Exclude<keyof typeof questions, "call">> & { call(asked: Call): ReturnType<typeof call> };

type Question = (client: Client, asked: unknown) => Promise<unknown>;

export function createChainClient(parameters: { transport: Transport; pollingInterval: number }): ChainClient {
  const client: Client = createClient(parameters);
  const bound = Object.entries(questions).map(([name, ask]) => [
    name,
    (asked: unknown) => (ask as Question)(client, asked),
  ]);
  return Object.assign(client, Object.fromEntries(bound));
}
