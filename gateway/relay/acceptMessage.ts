import type { Address, Hex } from "viem";
import { type BySigCallParameters, bySigCall } from "#core/chain/bySigCall.ts";
import { digestOf } from "#core/chain/digestOf.ts";
import { type MessageName, typedMessages } from "#core/chain/typedMessages.ts";
import type { Gateway } from "../Gateway.ts";
import type { Database } from "../database/Database.ts";
import { takeQuota } from "../limits/takeQuota.ts";
import { requireCapsules } from "../sealed/requireCapsules.ts";
import { type NewTransaction, enqueueTransaction } from "./enqueueTransaction.ts";
import { type Call, gasOf } from "./gasOf.ts";
import { networkAddressHash } from "./networkAddressHash.ts";
import type { SignedMessage } from "./parseMessage.ts";
import { readRelayedMessage } from "./readRelayedMessage.ts";
import { queuedEvent } from "./RelayEvents.ts";
import { readFees } from "./readFees.ts";
import { requireNotAhead } from "./requireNotAhead.ts";

export type AcceptMessageParameters = { gateway: Gateway; message: SignedMessage; networkAddress: string };

/**
 * What a wallet that is a contract, a key's bytes and a grant may use together; and what each record may, of which 512 must
 * stay below the 16.7 million of one transaction.
 */
const mostGas = 600_000;
const mostGasPerCapsule = 30_000;

/**
 * Queues a message that the contracts would take now, and answers with what has become of it. What they refuse costs a few
 * questions to the chain and leaves nothing; what is known already costs one to the database.
 */
export async function acceptMessage({ gateway, message, networkAddress }: AcceptMessageParameters) {
  const { database, relayEvents } = gateway;
  const { digest, signer, to, data } = callOf(gateway, message);
  const known = async () => {
    const relayed = await readRelayedMessage(database, digest);
    return relayed?.state === "failed" ? undefined : relayed;
  };
  const before = await known();
  if (before !== undefined) return before;
  try {
    const gas = await acceptableGas(gateway, message, { to, data });
    const [sender, now] = [gateway.account.address, gateway.now()];
    const transaction = { key: digest, name: message.name, signer, to, data, gas, sender, now };
    await enqueue({ gateway, transaction, networkAddress, published: publishedBy(message) });
  } catch (error) {
    const meanwhile = await known(); // somebody else has brought it, and so it cannot be brought again
    if (meanwhile === undefined) throw error;
    return meanwhile;
  }
  relayEvents.emit(queuedEvent);
  return (await readRelayedMessage(database, digest))!;
}

/** What it may cost, or why it is refused. */
async function acceptableGas(gateway: Gateway, message: SignedMessage, call: Call): Promise<number> {
  await requireNotAhead(gateway, message);
  const capsules = publishedBy(message)?.digests.length ?? 0;
  const gas = await gasOf(gateway, { ...call, most: mostGas + mostGasPerCapsule * capsules });
  await readFees(gateway);
  return gas;
}

/** That name and values belong together is more than the compiler can follow. */
function callOf({ deployment: { chainId, contracts } }: Gateway, message: SignedMessage) {
  const { name, values, signature } = message as BySigCallParameters<MessageName>;
  const { contract, signer } = typedMessages[name];
  const to = contracts[contract];
  const digest = digestOf({ name, values, chainId, contract: to });
  return { digest, signer: values[signer], to, data: bySigCall({ name, values, signature }) };
}

type EnqueueParameters = {
  gateway: Gateway;
  transaction: NewTransaction & { signer: Address };
  networkAddress: string;
  published: Published | undefined;
};

/**
 * In one transaction, so that no capsule goes between the look at it and its place in the queue, and that whoever brings the
 * same message at the same time pays for it once.
 */
async function enqueue({ gateway, transaction, networkAddress, published }: EnqueueParameters): Promise<void> {
  const { database, configuration, now } = gateway;
  const { signer, gas: amount } = transaction;
  const { relayGasPerSigner, relayGasPerNetworkAddress, relayGasPerDay } = configuration.limits;
  const network = await networkAddressHash(gateway, networkAddress);
  await database.transaction(async (within: Database) => {
    const inside = { database: within, now };
    if (published !== undefined) await requireCapsules(inside, published);
    if (!(await enqueueTransaction(within, transaction))) return;
    const take = (who: string, most: number) => takeQuota(inside, { who, what: "relay-gas", amount, most });
    await take(signer, relayGasPerSigner);
    await take(network, relayGasPerNetworkAddress);
    await take("everybody", relayGasPerDay);
  });
}

type Published = { subject: Address; digests: readonly Hex[] };

function publishedBy({ name, values }: SignedMessage): Published | undefined {
  if (name === "Publish" || name === "PublishAsStaff") return { subject: values.subject, digests: values.capsules };
  return name === "Supersede" ? { subject: values.subject, digests: [values.newCapsule] } : undefined;
}
