import { type Address, type EIP1193Provider, getAddress, numberToHex } from "viem";
import type { Configuration, SamplePerson } from "../configuration/Configuration.ts";
import type { Call, SampleSigner } from "./createSampleSigner.ts";

export const samplePeopleWalletId = "org.ownchart.sample-people";

export type SamplePeopleWallet = {
  /** Who comes in when the wallet is asked next. */
  choose(person: SamplePerson): void;
  /** Whose address it is, of those who came in. */
  personAt(address: Address): SamplePerson | undefined;
};

/**
 * A wallet whose keys everybody knows, for the chain on this machine. It is announced as any other (EIP-6963) and answers
 * without a question of its own, since each is told by a card before.
 */
export function announceSamplePeople(configuration: Configuration, icon: string): SamplePeopleWallet {
  const { samplePeople: people, rpcUrl, deployment } = configuration;
  const { chainId } = deployment;
  const known = new Map<Address, SamplePerson>();
  let chosen: Promise<SampleSigner> | undefined;
  const provider = {
    request: ({ method, params }: Request) => answer(method, params ?? []),
    on() {},
    removeListener() {},
  };

  async function answer(method: string, params: readonly unknown[]): Promise<unknown> {
    if (method === "eth_chainId") return numberToHex(chainId);
    if (method === "wallet_switchEthereumChain" || method === "wallet_revokePermissions") return null;
    if (chosen === undefined) return method === "eth_accounts" ? [] : refuse(4001, "Nobody was chosen.");
    const signer = await chosen;
    if (method === "eth_accounts" || method === "eth_requestAccounts") return [signer.address];
    if (method === "personal_sign") return signer.signMessage(params[0] as Address);
    if (method === "eth_sendTransaction") return signer.send(params[0] as Call);
    if (method === "eth_signTypedData_v4") return signer.signTypedData(params[1] as string);
    return refuse(4200, "Sample people only sign.");
  }

  /** What signs is large, and loaded for nobody who has a wallet. */
  async function signerOf(person: SamplePerson): Promise<SampleSigner> {
    const { createSampleSigner } = await import("./createSampleSigner.ts");
    const signer = createSampleSigner(person.privateKey, rpcUrl);
    known.set(signer.address, person);
    return signer;
  }

  const info = { uuid: crypto.randomUUID(), name: "Sample people", icon, rdns: samplePeopleWalletId };
  const detail = Object.freeze({ info, provider: provider as unknown as EIP1193Provider });
  const announce = () => void dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  if (people.length > 0) {
    addEventListener("eip6963:requestProvider", announce);
    announce();
  }
  return {
    choose: (person) => void (chosen = signerOf(person)),
    personAt: (address) => known.get(getAddress(address)),
  };
}

type Request = { method: string; params?: readonly unknown[] };

function refuse(code: number, message: string): never {
  throw Object.assign(new Error(message), { code });
}
