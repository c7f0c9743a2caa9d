import type { Hex, LocalAccount } from "viem";
import type { MessageValues } from "#core/chain/messageValues.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { digestOf } from "#core/chain/digestOf.ts";
import { type TypedDataParameters, typedDataOf } from "#core/chain/typedDataOf.ts";
import { type MessageName, typedMessages } from "#core/chain/typedMessages.ts";

export type SignMessageParameters<Name extends MessageName> = {
  deployment: Deployment;
  signer: LocalAccount;
  name: Name;
  values: MessageValues<Name>;
};

/** A message as `POST /relay` takes it, and its digest. */
export async function signMessage<Name extends MessageName>(parameters: SignMessageParameters<Name>) {
  const { deployment, signer, name, values } = parameters;
  const contract = deployment.contracts[typedMessages[name].contract];
  const typedData: TypedDataParameters<Name> = { name, values, chainId: deployment.chainId, contract };
  const signature = await signer.signTypedData(typedDataOf(typedData) as Parameters<LocalAccount["signTypedData"]>[0]);
  return { digest: digestOf(typedData), body: relayBody(name, values, signature) };
}

/** JSON knows no bigint. */
export function relayBody(name: string, values: object, signature: Hex): string {
  return JSON.stringify({ name, values, signature }, (_, value) => (typeof value === "bigint" ? String(value) : value));
}
