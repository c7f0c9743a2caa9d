import type { ContractTransactionResponse, EventLog, Result } from "ethers";

const plain = (value: unknown) =>
  typeof value === "bigint" && BigInt(Number(value)) === value ? Number(value) : value;

/** A struct that a contract returned, with plain numbers. */
export async function fieldsOf(call: Promise<Result>): Promise<Record<string, unknown>> {
  return Object.fromEntries(Object.entries((await call).toObject()).map(([name, value]) => [name, plain(value)]));
}

/** Every event of a transaction in its order: the name, then all arguments. */
export async function eventsOf(transaction: Promise<ContractTransactionResponse>): Promise<unknown[][]> {
  const receipt = await (await transaction).wait();
  return (receipt!.logs as EventLog[]).map(({ eventName, args }) =>
    ([eventName] as unknown[]).concat(args.toArray().map(plain)),
  );
}
