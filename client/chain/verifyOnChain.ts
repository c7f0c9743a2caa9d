import { verifyTypedData } from "viem/actions";
import type { ClientChain } from "./ClientChain.ts";

type Signed = Parameters<typeof verifyTypedData>[1];

/** Whether it was signed as far as the chain can tell, which asks wallets that are contracts. */
export function verifyOnChain({ client }: ClientChain, signed: Signed): Promise<boolean> {
  return verifyTypedData(client, signed);
}
