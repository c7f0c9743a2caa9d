import type { Address, Hex, TypedDataDefinition } from "viem";
import { chainErrorIn } from "#core/chain/ChainError.ts";
import { bySigCall } from "#core/chain/bySigCall.ts";
import { digestOf } from "#core/chain/digestOf.ts";
import { typedDataOf } from "#core/chain/typedDataOf.ts";
import { type MessageName, typedMessages } from "#core/chain/typedMessages.ts";
import { ClientError } from "../ClientError.ts";
import type { Signer } from "../Connection.ts";
import type { ClientErrorName } from "../clientErrorSentences.ts";
import { wait } from "../wait.ts";
import type { Bring, Change, SignedMessage } from "./Change.ts";
import type { ClientChain } from "./ClientChain.ts";
import type { SentMemory } from "./SentMessage.ts";

export type Sending = {
  chain: ClientChain;
  signer: Signer;
  bring: Bring;
  /** Told of what is sent, so that it can be followed after this program has ended. */
  sent?: SentMemory | undefined;
};

/**
 * Signs a message, has it brought to its contract, and believes nobody but the chain that it is there: the events since the
 * signing must show it. They are looked at after a refusal and a silence too, since it may have been included all the same.
 * Whatever happens in between, doing the same again signs for the state that is then there.
 */
export async function sendChange<Name extends MessageName, Outcome>(
  sending: Sending,
  change: Change<Name, Outcome>,
): Promise<Outcome> {
  const { chain, sent } = sending;
  const [{ number: since }, genesis] = await Promise.all([chain.head(), chain.genesis()]);
  const message = await signed(sending, change);
  await simulate(chain, message);
  const { name, digest, values } = message;
  const deadline = Number(values.deadline);
  const place = { about: change.about, genesis, since: Number(since), deadline, sentAt: chain.now() * 1000 };
  await sent?.began({ digest, name, ...place });
  try {
    const outcome = await brought(sending, { change, message, since });
    await sent?.ended(digest);
    return outcome;
  } catch (error) {
    await (error instanceof ClientError && undecided.has(error.name) ? sent?.left(digest) : sent?.ended(digest));
    throw error;
  }
}

/** After these a message can still happen. */
const undecided: ReadonlySet<string> = new Set<ClientErrorName>([
  "RelaySilent",
  "TransactionWaiting",
  "NotOnChain",
  "GatewayUnreachable",
  "GatewayAnswerCut",
]);

type Brought<Name extends MessageName, Outcome> = {
  change: Change<Name, Outcome>;
  message: SignedMessage;
  since: bigint;
};

async function brought<Name extends MessageName, Outcome>(
  { chain, bring }: Sending,
  { change, message, since }: Brought<Name, Outcome>,
): Promise<Outcome> {
  try {
    await bring(message);
  } catch (error) {
    const outcome = await look(chain, change, since).catch(() => undefined);
    if (outcome === undefined) throw error;
    return outcome;
  }
  for (let tries = mostLooks; tries > 0; tries--) {
    const outcome = await look(chain, change, since);
    if (outcome !== undefined) return outcome;
    await wait(chain.client.pollingInterval);
  }
  throw new ClientError("NotOnChain");
}

async function look<Name extends MessageName, Outcome>(
  chain: ClientChain,
  { name, about: who, outcomeIn }: Change<Name, Outcome>,
  since: bigint,
): Promise<Outcome | undefined> {
  const { contract } = typedMessages[name];
  const events = await chain.eventsOf({ contract, who, head: await chain.head() });
  return outcomeIn(events.filter(({ blockNumber }) => blockNumber > since));
}

/** The node that is asked here may learn of a block a little later than the one that is asked there. */
const mostLooks = 10;

async function signed<Name extends MessageName, Outcome>(
  { chain, signer }: Omit<Sending, "bring">,
  { name, values }: Change<Name, Outcome>,
): Promise<SignedMessage> {
  const { chainId, contracts } = chain.deployment;
  const to: Address = contracts[typedMessages[name].contract];
  const parameters = { name, values, chainId, contract: to };
  const signature: Hex = await signer
    .signTypedData(typedDataOf(parameters) as TypedDataDefinition)
    .catch((cause: unknown) => {
      throw new ClientError("NotSigned", { cause });
    });
  const data = bySigCall({ name, values, signature });
  return { name, values: values as SignedMessage["values"], signature, digest: digestOf(parameters), to, data };
}

/** What the contract would refuse is told by the contract itself, before anybody pays. */
async function simulate({ client }: ClientChain, { to, data }: SignedMessage): Promise<void> {
  await client.call({ to, data }).catch((error: unknown) => {
    throw chainErrorIn(error) ?? error;
  });
}
