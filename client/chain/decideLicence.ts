import type { Address } from "viem";
import { chainErrorIn } from "#core/chain/ChainError.ts";
import { ClientError } from "../ClientError.ts";
import type { ClientChain } from "./ClientChain.ts";
import { type LicenceCall, licenceCall } from "./licenceCall.ts";
import { type Pay, payFor } from "./payFor.ts";

export type DecideLicenceParameters = {
  chain: ClientChain;
  /** Who decides: the register takes it from their own account alone. */
  account: Address;
  pay: Pay | undefined;
  call: LicenceCall;
};

/** A board's act, by a transaction of its member. What the register would refuse is told before the wallet asks. */
export async function decideLicence({ chain, account, pay, call }: DecideLicenceParameters): Promise<void> {
  if (pay === undefined) throw new ClientError("WalletCannotPay");
  const transaction = { to: chain.deployment.contracts.LicenceRegistry, data: licenceCall(call) };
  await chain.head(); // refuses another chain
  await chain.client.call({ ...transaction, account }).catch((error: unknown) => {
    throw chainErrorIn(error) ?? error;
  });
  await payFor({ chain, pay, transaction, account });
}
