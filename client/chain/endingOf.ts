import { type Address, type Hex, TransactionNotFoundError, TransactionReceiptNotFoundError } from "viem";
import { chainErrorIn } from "#core/chain/ChainError.ts";
import { carriesMessage } from "#core/chain/carriesMessage.ts";
import { typedMessages } from "#core/chain/typedMessages.ts";
import { GatewayRefusal } from "../gateway/GatewayRefusal.ts";
import type { GatewayClient } from "../gateway/createGatewayClient.ts";
import { readRelayState } from "../gateway/readRelayState.ts";
import type { ClientChain, Head } from "./ClientChain.ts";
import type { OwnTransaction, SentEnding, SentMessage } from "./SentMessage.ts";

export type EndingOfParameters = { chain: ClientChain; gateway: GatewayClient; signer: Address; sent: SentMessage };

/**
 * What became of a message, by one look; undefined while it can still happen. The chain is believed before anybody else:
 * it shows the message whoever brought it, however often a relay or a wallet replaced its transaction by one that pays more.
 */
export async function endingOf({ chain, gateway, signer, sent }: EndingOfParameters): Promise<SentEnding | undefined> {
  const genesis = await chain.genesis();
  if (genesis !== undefined && sent.genesis !== undefined && genesis !== sent.genesis) return { is: "elsewhere" };
  // Asked before the events, so that what took its place cannot be the message itself.
  const own = sent.transaction && (await endingOfOwn(chain, signer, sent.transaction));
  const head = await chain.head();
  const carrier = await carrierOf(chain, sent, head);
  if (carrier !== undefined) {
    return { is: "done", isReplaced: sent.transaction !== undefined && sent.transaction.hash !== carrier };
  }
  if (head.time > sent.deadline) return { is: "expired" };
  return sent.transaction === undefined ? endingAtRelay(gateway, sent, chain.now()) : own;
}

/** The transaction that brought it. */
async function carrierOf(chain: ClientChain, sent: SentMessage, head: Head): Promise<Hex | undefined> {
  const { name, about: who, since, digest } = sent;
  const { contract } = typedMessages[name];
  const { chainId, contracts } = chain.deployment;
  const events = await chain.eventsOf({ contract, who, head });
  const later = events.filter(({ blockNumber }) => blockNumber > BigInt(since));
  for (const hash of new Set(later.map(({ transactionHash }) => transactionHash))) {
    const { input } = await chain.client.getTransaction({ hash });
    if (carriesMessage({ name, digest, chainId, contract: contracts[contract], input })) return hash;
  }
  return undefined;
}

async function endingOfOwn(
  { client }: ClientChain,
  signer: Address,
  { hash, nonce }: OwnTransaction,
): Promise<SentEnding | undefined> {
  const used = await client.getTransactionCount({ address: signer });
  const receipt = await client.getTransactionReceipt({ hash }).catch(orUndefined);
  if (receipt?.status === "reverted") return { is: "refused", name: await refusalOf(client, hash, receipt) };
  return receipt === undefined && nonce !== undefined && used > nonce ? { is: "cancelled" } : undefined;
}

/** What the same call says after its block. */
async function refusalOf(
  client: ClientChain["client"],
  hash: Hex,
  { blockNumber }: { blockNumber: bigint },
): Promise<string> {
  const { from: account, to, input: data } = await client.getTransaction({ hash });
  if (to === null) return "TransactionReverted";
  const error = await client.call({ account, to, data, blockNumber }).then(() => undefined, chainErrorIn);
  return error?.name ?? "TransactionReverted";
}

function orUndefined(error: unknown): undefined {
  const isUnknown = error instanceof TransactionReceiptNotFoundError || error instanceof TransactionNotFoundError;
  if (!isUnknown) throw error;
}

async function endingAtRelay(
  gateway: GatewayClient,
  { digest, sentAt }: SentMessage,
  now: number,
): Promise<SentEnding | undefined> {
  try {
    const { state, error } = await readRelayState(gateway, digest);
    return state === "failed" ? { is: "refused", name: error?.name ?? "RelayFailed" } : undefined;
  } catch (error) {
    const isUnknown = error instanceof GatewayRefusal && error.name === "NotFound";
    if (isUnknown) return now - sentAt / 1000 > arrivesWithin ? { is: "lost" } : undefined;
    throw error;
  }
}

/** Seconds for which a request may still be under way after the page that sent it has gone. */
const arrivesWithin = 10;
