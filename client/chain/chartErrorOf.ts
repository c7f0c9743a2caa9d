import { BaseError, AbiDecodingZeroDataError } from "viem";
import { ChainError, chainErrorIn } from "#core/chain/ChainError.ts";
import { ChartError } from "#core/chart/ChartError.ts";
import type { ChartErrorName } from "#core/chart/chartErrorSentences.ts";
import { ClientError } from "../ClientError.ts";

/**
 * An error by a name that a person can be told: the chart's, where those who work on charts decide by it, or the contract's.
 * Of an error of viem only its name goes on, since its message holds the node's address and what was asked.
 */
export function chartErrorOf(error: unknown): unknown {
  const refusal = error instanceof ChainError ? error : error instanceof BaseError ? chainErrorIn(error) : undefined;
  if (refusal !== undefined) {
    const name = chartErrorNames[refusal.name];
    return name === undefined ? refusal : new ChartError(name, refusal);
  }
  if (!(error instanceof BaseError)) return error;
  const isMissing = error.walk((it) => it instanceof AbiDecodingZeroDataError) !== null;
  return new ClientError(isMissing ? "ContractsMissing" : "ChainUnreachable", { detail: error.name });
}

const chartErrorNames: Partial<Record<ChainError["name"], ChartErrorName>> = {
  ConsentChartAlreadyOpen: "ChartAlreadyOpen",
  ConsentChartNotOpen: "NoChart",
  ConsentEpochStale: "EpochPassed",
  ConsentKeysetUnchanged: "EpochPassed",
  ConsentGranteeIsSubject: "OwnChart",
  RecordConsentMissing: "NotGranted",
  RecordEpochStale: "EpochPassed",
};
