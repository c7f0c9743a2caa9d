import { type Hex, decodeErrorResult, isHex } from "viem";
import { allContractsAbi } from "./contractAbis.ts";
import { type ContractError, errorSentences } from "./errorSentences.ts";

/** A refusal by a contract: its name, the values it came with, and one sentence as the message. */
export class ChainError extends Error {
  override readonly name: ContractError | "UnknownRefusal";
  readonly values: readonly unknown[];

  constructor(name: ContractError | "UnknownRefusal", values: readonly unknown[], sentence: string, cause: unknown) {
    super(sentence, { cause });
    this.name = name;
    this.values = values;
  }
}

/**
 * The refusal inside an error of viem, ethers or a JSON-RPC provider, or in bare revert data; undefined where there is
 * none, as when the network failed.
 */
export function chainErrorIn(error: unknown): ChainError | undefined {
  const data = revertDataIn(error);
  return data === undefined ? undefined : chainErrorOf(data, error);
}

function chainErrorOf(data: Hex, cause: unknown): ChainError {
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi: allContractsAbi, data });
    const sentence = errorSentences[errorName as ContractError] as string | ((...values: readonly unknown[]) => string);
    return new ChainError(
      errorName as ContractError,
      args,
      typeof sentence === "string" ? sentence : sentence(...args),
      cause,
    );
  } catch {
    return new ChainError("UnknownRefusal", [data], "The contract refused this for a reason unknown here.", cause);
  }
}

/** Libraries bury revert data under these names, in errors within errors. */
const burrows = ["data", "raw", "error", "info", "cause"] as const;

function revertDataIn(error: unknown, depth = 0): Hex | undefined {
  if (isHex(error) && error.length >= 10 && error.length % 2 === 0) return error;
  if (typeof error !== "object" || error === null || depth > 8) return undefined;
  for (const burrow of burrows) {
    const data = revertDataIn((error as Record<string, unknown>)[burrow], depth + 1);
    if (data !== undefined) return data;
  }
  return undefined;
}
