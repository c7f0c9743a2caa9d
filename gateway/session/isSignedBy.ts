import {
  type Address,
  type Hex,
  type PublicClient,
  encodeFunctionData,
  hashMessage,
  isAddressEqual,
  parseAbi,
  recoverAddress,
  size,
} from "viem";
import { GatewayError } from "../GatewayError.ts";

export type IsSignedByParameters = { chain: PublicClient; address: Address; message: string; signature: Hex };

/** Whether a plain account signed, or a wallet that is a contract says so (ERC-1271). */
export async function isSignedBy({ chain, address, message, signature }: IsSignedByParameters): Promise<boolean> {
  const hash = hashMessage(message);
  if (size(signature) === 65) {
    const signer = await recoverAddress({ hash, signature }).catch(() => undefined);
    if (signer !== undefined && isAddressEqual(signer, address)) return true;
  }
  const code = await chain.getCode({ address }).catch((cause) => {
    throw new GatewayError("ChainUnreachable", { cause });
  });
  if (code === undefined) return false;
  const data = encodeFunctionData({ abi, args: [hash, signature] });
  const answer = chain.call({ to: address, data, gas });
  return answer.then(
    ({ data: magic }) => magic?.slice(0, 10) === "0x1626ba7e",
    () => false,
  );
}

const abi = parseAbi(["function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)"]);

/** A wallet can burn gas on purpose. */
const gas = 500_000n;
