import { type Address, type Hex, concat, hexToBytes, sha256, stringToBytes } from "viem";
import { addressBytes } from "../sealing/addressBytes.ts";
import { uint32, uint64 } from "../sealing/integerBytes.ts";
import type { LogEntry } from "./AccessLog.ts";

export type EntryHeadParameters = Omit<LogEntry, "head"> & {
  subject: Address;
  /** The head of the entry before; 32 zeros before the first. */
  previous: Hex;
};

/** A hash over an entry and, through the head before, over all earlier ones. */
export function entryHead({ previous, subject, count, at, to, capsules }: EntryHeadParameters): Hex {
  return sha256(
    concat([
      stringToBytes("OCL1"),
      hexToBytes(previous),
      addressBytes(subject),
      uint64(count),
      uint64(at),
      addressBytes(to),
      uint32(capsules.length),
      ...capsules.map((capsule) => hexToBytes(capsule)),
    ]),
  );
}
