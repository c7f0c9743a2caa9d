import { BaseError, RpcRequestError } from "viem";
import { ChainError, chainErrorIn } from "#core/chain/ChainError.ts";

/**
 * How a contract refused a call, if it was that; undefined where the chain could not be asked. A call that ran out of the
 * gas it was given has no name of its own.
 */
export function refusalIn(error: unknown): ChainError | undefined {
  const answer = answerIn(error);
  if (answer === undefined) return undefined;
  return chainErrorIn(answer) ?? (unnamed.test(answer.details) ? unknownRefusal() : undefined);
}

export function unknownRefusal(): ChainError {
  return new ChainError("UnknownRefusal", [], "The contract refused this for a reason unknown here.", undefined);
}

/** What nodes say when there is no data to go by. */
const unnamed = /revert|out of gas|gas required exceeds|intrinsic gas|invalid opcode|stack (?:over|under)flow/i;

/** What a node answered instead of a result; undefined where no node answered. */
export function answerIn(error: unknown): RpcRequestError | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const answer = error.walk((it) => it instanceof RpcRequestError);
  return answer instanceof RpcRequestError ? answer : undefined;
}
