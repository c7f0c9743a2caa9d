import { type Hex, createWalletClient, http, parseGwei, zeroHash } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { bringByRelay } from "#client/gateway/bringByRelay.ts";
import type { SignedMessage } from "#client/chain/Change.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { bySigCall } from "#core/chain/bySigCall.ts";
import { digestOf } from "#core/chain/digestOf.ts";
import { typedDataOf } from "#core/chain/typedDataOf.ts";
import { people } from "../../seed/people.ts";
import type { Measure } from "../../measure/Measure.ts";
import type { MeasuredPerson, MeasuredWorld } from "../stack/startWorld.ts";

const grants = 96;
const atOnce = 32;

/** Grants that the gateway pays for, from sending each to hearing that it is in a block; and the same, sent by oneself. */
export async function* relayMeasures(world: MeasuredWorld, subject: MeasuredPerson): AsyncGenerator<Measure> {
  const messages = await Array.fromAsync({ length: 2 * grants }, () => newGrant(world, subject));
  const bring = bringByRelay({ gateway: subject.gateway });
  await bring(await newGrant(world, subject));
  const relayed = await secondsOf(() => inParallel(messages.slice(0, grants), atOnce, (message) => bring(message)));
  const direct = await secondsOf(() => sendDirectly(world, messages.slice(grants)));
  yield { name: "relay.grants", value: grants / relayed, unit: "1/s", peer: grants / direct };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** To somebody new, who need not exist. */
export async function newGrant(
  { stack }: MeasuredWorld,
  { account, address: subject }: MeasuredPerson,
): Promise<SignedMessage> {
  const { chainId, contracts } = stack.deployment;
  const now = Math.floor(Date.now() / 1000);
  const values = {
    subject,
    grantee: privateKeyToAccount(generatePrivateKey()).address,
    read: true,
    contribute: false,
    validFrom: now,
    validUntil: now + 30 * 86_400,
    terms: generatePrivateKey(),
    nextKeyset: zeroHash as Hex,
    grantNonce: 0,
    generation: 1, // of a chart whose owner never ended all grants at once
    epoch: 0,
    deadline: BigInt(now + 86_400),
  };
  const parameters = { name: "Grant", values, chainId, contract: contracts.ConsentRegistry } as const;
  const signature = await account.signTypedData(typedDataOf(parameters) as Parameters<typeof account.signTypedData>[0]);
  const data = bySigCall({ name: "Grant", values, signature });
  const to = contracts.ConsentRegistry;
  return {
    name: "Grant",
    values: values as SignedMessage["values"],
    signature,
    digest: digestOf(parameters),
    to,
    data,
  };
}

/** One after the other, as this chain wants them, and each in a block before the next. */
async function sendDirectly({ stack }: MeasuredWorld, messages: readonly SignedMessage[]): Promise<void> {
  const wallet = createWalletClient({ account: people.operator.account, transport: http(stack.chainUrl) });
  const fees = { gas: 300_000n, maxFeePerGas: parseGwei("100"), maxPriorityFeePerGas: parseGwei("1") };
  for (const { to, data } of messages) await wallet.sendTransaction({ to, data, chain: null, ...fees });
}
