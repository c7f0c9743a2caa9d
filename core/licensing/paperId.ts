import { type TypedDataDefinition, hashTypedData } from "viem";
import type { Paper, PaperId, Unsigned } from "./Paper.ts";
import { type LicensingPlace, paperTypedData } from "./paperTypedData.ts";

/** By which other papers are about this one. */
export function paperId(paper: Unsigned<Paper>, place: LicensingPlace): PaperId {
  return hashTypedData(paperTypedData(paper, place) as TypedDataDefinition);
}

/** Where a paper is about none. */
export const noPaper: PaperId = `0x${"00".repeat(32)}`;
