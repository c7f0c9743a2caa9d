import { chainErrorIn } from "#core/chain/ChainError.ts";

/** One line for a person: what a contract answered, else what Hardhat says, else how the innermost error begins. */
export function explain(error: unknown): string {
  const refusal = chainErrorIn(error);
  if (refusal !== undefined) return refusal.message;
  let innermost = error as Error;
  while (innermost.name !== "HardhatError" && innermost.cause instanceof Error) innermost = innermost.cause;
  return innermost.message.split("\n")[0]!.replace(/^HHE\d+: /, "");
}
