import {
  type Address,
  type BlockTag,
  type Client,
  type Hex,
  type ReadContractParameters,
  decodeFunctionResult,
  encodeFunctionData,
  numberToHex,
} from "viem";

export type Call = { account?: Address; to: Address; data: Hex; blockNumber?: bigint };

/** What a contract would answer, after the newest block or that one. viem's brings deployments and other sources along. */
export async function call(client: Client, { account: from, to, data, blockNumber }: Call): Promise<{ data: Hex }> {
  const block: Hex | BlockTag = blockNumber === undefined ? "latest" : numberToHex(blockNumber);
  const answer = await client.request({
    method: "eth_call",
    params: [{ to, data, ...(from === undefined ? {} : { from }) }, block],
  });
  return { data: answer as Hex };
}

export async function readContract(client: Client, reading: ReadContractParameters): Promise<unknown> {
  const { address: to, blockNumber } = reading;
  if (to === undefined) throw new Error("A contract without an address cannot be asked.");
  const at = blockNumber === undefined ? {} : { blockNumber };
  const { data } = await call(client, { to, data: encodeFunctionData(reading), ...at });
  return decodeFunctionResult({ ...reading, data });
}
