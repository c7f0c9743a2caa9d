import { type Address, type Hex, createWalletClient, http } from "viem";
import { type LocalAccount, generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { connect } from "#client/connect.ts";
import type { GatewayClient } from "#client/gateway/createGatewayClient.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { type Stack, startStack } from "../../../test/system/support/stack.ts";
import { people } from "../../seed/people.ts";

export type MeasuredPerson = Holder & {
  account: LocalAccount;
  gateway: GatewayClient;
  /** The same person, whose messages the operator pays for without the gateway: to prepare what is measured. */
  paid: Holder;
};

export type MeasuredWorld = {
  stack: Stack;
  person(): MeasuredPerson;
  pay(transaction: { to: Address; data: Hex }): Promise<Hex>;
  close(): Promise<void>;
};

/** Nobody shall wait for a limit that is there for strangers. */
const unlimited = {
  OWNCHART_REQUESTS_PER_MINUTE: "100000000",
  OWNCHART_RELAY_GAS_PER_SIGNER: "100000000000",
  OWNCHART_RELAY_GAS_PER_NETWORK_ADDRESS: "100000000000",
  OWNCHART_RELAY_GAS_PER_DAY: "100000000000",
};

/** Chain, IPFS node and gateway as processes, and people who use them. */
export async function startWorld(): Promise<MeasuredWorld> {
  const stack = await startStack({ environment: unlimited, isDirect: true });
  const { chainUrl: rpcUrl, gatewayUrl, deployment } = stack;
  const wallet = createWalletClient({ account: people.operator.account, transport: http(rpcUrl) });
  const pay: MeasuredWorld["pay"] = (transaction) => wallet.sendTransaction({ ...transaction, chain: null });
  return {
    stack,
    pay,
    person() {
      const account = privateKeyToAccount(generatePrivateKey());
      const who = { address: account.address, roots: [{ firstEpoch: 0, root: randomBytes(32) }] as const };
      const connected = { rpcUrl, gatewayUrl, deployment, signer: account };
      const { services, gateway } = connect(connected);
      return {
        ...who,
        account,
        gateway,
        services,
        paid: { ...who, services: connect({ ...connected, pay }).services },
      };
    },
    close: stack.close,
  };
}
