import type { Address } from "viem";
import type { RecordPlace } from "../recordContext.ts";

/**
 * Where the body of a sheet is sealed for. No record was ever published in the registry of staff, so no body of a record
 * opens as a sheet, nor a sheet as a record.
 */
export function staffSheetPlace(chainId: number, staffRegistry: Address, hospital: Address): RecordPlace {
  return { chainId, recordRegistry: staffRegistry, subject: hospital, author: hospital };
}
