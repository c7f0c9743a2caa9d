import type { Config, Connector } from "wagmi";
import { connect, disconnect, getConnection, sendTransaction, signMessage, signTypedData } from "wagmi/actions";
import type { WalletProxy } from "../keeper/WalletProxy.ts";

/** A wallet of the browser as the keeper needs it: an address, and two kinds of signature. */
export async function connectWallet(config: Config, connector: Connector): Promise<WalletProxy> {
  if (getConnection(config).isConnected) await disconnect(config);
  const [chain] = config.chains;
  const { accounts } = await connect(config, { connector, chainId: chain.id });
  const [address] = accounts;
  return {
    address,
    signMessage: ({ message }) => signMessage(config, { message, account: address, connector }),
    signTypedData: (typedData) => signTypedData(config, { ...typedData, account: address, connector } as never),
    sendTransaction: (transaction) =>
      sendTransaction(config, { ...transaction, account: address, connector, chainId: chain.id }),
  };
}
