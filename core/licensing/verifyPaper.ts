import { type TypedDataDefinition, verifyTypedData } from "viem";
import { LicensingError } from "./LicensingError.ts";
import type { Paper } from "./Paper.ts";
import { type LicensingPlace, paperTypedData } from "./paperTypedData.ts";
import { parsePaper } from "./parsePaper.ts";

/**
 * A paper from a letter, once its form is right and it is signed by whom it says it is by. Whether that one sits on the board
 * is for the chain to say. Applicants and clerks sign with plain accounts.
 */
export async function verifyPaper(value: unknown, place: LicensingPlace): Promise<Paper> {
  const paper = parsePaper(value);
  const { by: address, signature } = paper;
  const signed = { ...(paperTypedData(paper, place) as TypedDataDefinition), address, signature };
  if (!(await verifyTypedData(signed).catch(() => false))) throw new LicensingError("PaperNotSigned");
  return paper;
}
