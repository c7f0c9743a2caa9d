import { type Address, type EIP1193Provider, type Hex, createWalletClient, http, numberToHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import type { Configuration, SamplePerson } from "../configuration/Configuration.ts";

export const samplePeopleWalletId = "org.ownchart.sample-people";

export type SamplePeopleWallet = {
  /** Who comes in when the wallet is asked next. */
  choose(person: SamplePerson): void;
  addressOf(person: SamplePerson): Address;
};

/**
 * A wallet whose keys everybody knows, for the chain on this machine. It is announced as any other (EIP-6963) and answers
 * without a question of its own, since each is told by a card before.
 */
export function announceSamplePeople(configuration: Configuration, icon: string): SamplePeopleWallet {
  const { samplePeople: people, rpcUrl, deployment } = configuration;
  const { chainId } = deployment;
  const accounts = new Map<string, PrivateKeyAccount>();
  /** Of all people at once, it would keep the page's first second busy. */
  const accountOf = ({ name, privateKey }: SamplePerson) => {
    const account = accounts.get(name) ?? privateKeyToAccount(privateKey);
    accounts.set(name, account);
    return account;
  };
  let chosen: PrivateKeyAccount | undefined;
  const provider = {
    request: ({ method, params }: Request) => answer(method, params ?? []),
    on() {},
    removeListener() {},
  };

  async function answer(method: string, params: readonly unknown[]): Promise<unknown> {
    if (method === "eth_chainId") return numberToHex(chainId);
    if (method === "wallet_switchEthereumChain" || method === "wallet_revokePermissions") return null;
    if (chosen === undefined) return method === "eth_accounts" ? [] : refuse(4001, "Nobody was chosen.");
    if (method === "eth_accounts" || method === "eth_requestAccounts") return [chosen.address];
    if (method === "personal_sign") return chosen.signMessage({ message: { raw: params[0] as Address } });
    if (method === "eth_sendTransaction") return send(chosen, params[0] as Call);
    if (method === "eth_signTypedData_v4") return chosen.signTypedData(JSON.parse(params[1] as string));
    return refuse(4200, "Sample people only sign.");
  }

  function send(account: PrivateKeyAccount, { to, data }: Call): Promise<Hex> {
    return createWalletClient({ account, transport: http(rpcUrl) }).sendTransaction({ to, data, chain: null });
  }

  const info = { uuid: crypto.randomUUID(), name: "Sample people", icon, rdns: samplePeopleWalletId };
  const detail = Object.freeze({ info, provider: provider as unknown as EIP1193Provider });
  const announce = () => void dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  if (people.length > 0) {
    addEventListener("eip6963:requestProvider", announce);
    announce();
  }
  return {
    choose: (person) => void (chosen = accountOf(person)),
    addressOf: (person) => accountOf(person).address,
  };
}

type Call = { to: Address; data: Hex };
type Request = { method: string; params?: readonly unknown[] };

function refuse(code: number, message: string): never {
  throw Object.assign(new Error(message), { code });
}
