import type { ContractTransactionResponse } from "ethers";
import { provider } from "./chain.ts";

export type SlotWrite = { contract: string; slot: string };
type Step = { op: string; depth: number; stack: string[] };

/** Every SSTORE of a transaction in its order. */
export async function slotWritesOf(transaction: Promise<ContractTransactionResponse>): Promise<SlotWrite[]> {
  const { hash, to } = await transaction;
  const params = [hash, { disableMemory: true, disableStorage: true }];
  const trace = (await provider.request({ method: "debug_traceTransaction", params })) as { structLogs: Step[] };

  const executing = [to!.toLowerCase()];
  const writes: SlotWrite[] = [];
  for (const { op, depth, stack } of trace.structLogs) {
    const contract = executing[depth - 1]!;
    if (op === "SSTORE") writes.push({ contract, slot: stack.at(-1)! });
    if (op === "CALL" || op === "STATICCALL") executing[depth] = `0x${stack.at(-2)!.slice(2).padStart(40, "0")}`;
    if (op === "CALLCODE" || op === "DELEGATECALL") executing[depth] = contract;
  }
  return writes;
}
