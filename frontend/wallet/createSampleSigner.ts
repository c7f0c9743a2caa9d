import { type Address, type Hex, createWalletClient, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";

export type Call = { to: Address; data: Hex };

export type SampleSigner = {
  address: Address;
  signMessage(message: Hex): Promise<Hex>;
  signTypedData(json: string): Promise<Hex>;
  send(call: Call): Promise<Hex>;
};

/** Signs with a key that everybody knows. */
export function createSampleSigner(privateKey: Hex, rpcUrl: string): SampleSigner {
  const account = privateKeyToAccount(privateKey);
  return {
    address: account.address,
    signMessage: (message) => account.signMessage({ message: { raw: message } }),
    signTypedData: (json) => account.signTypedData(JSON.parse(json)),
    send: ({ to, data }) =>
      createWalletClient({ account, transport: http(rpcUrl) }).sendTransaction({ to, data, chain: null }),
  };
}
