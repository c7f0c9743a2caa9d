import { type Hex, bytesToHex, concat, hexToBytes, keccak256, sha256, stringToBytes } from "viem";
import type { Row } from "../kept/StolenDatabase.ts";

/** 32 bytes each, which everybody who has the database has: a key that is one of them is none. */
export type PublicValues = {
  take(row: Row): void;
  /** What is said of somebody's whole chart, few of them, and what has nothing to do with anybody. */
  ofChart(subject: Hex): Uint8Array[];
  /** That, and what is said of each of its records. */
  ofRecords(subject: Hex): Uint8Array[];
};

/** Collects what is public in a database's rows, by chart: 32 bytes for each hash in them. */
export function createPublicValues(): PublicValues {
  const [charts, records] = [new Map<Hex, Set<Hex>>(), new Map<Hex, Set<Hex>>()];

  function take({ table, columns }: Row) {
    const subject = columns.subject as Hex | undefined;
    if (subject === undefined) return;
    const values = Object.values({ ...columns, ...(columns.event_values as object | undefined) });
    for (const value of values) add(isOfRecords(table, columns) ? records : charts, subject, value);
    if (table === "capsules") for (const part of partsOf(columns.capsule as Uint8Array)) add(records, subject, part);
  }
  const ofChart = (subject: Hex) => [...constants, ...formsOf(subject), ...bytesOf(charts.get(subject))];
  return { take, ofChart, ofRecords: (subject) => [...ofChart(subject), ...bytesOf(records.get(subject))] };
}

function add(to: Map<Hex, Set<Hex>>, subject: Hex, value: unknown) {
  if (typeof value !== "string" || !/^0x[0-9a-f]{64}$/.test(value)) return;
  to.set(subject, (to.get(subject) ?? new Set()).add(value as Hex));
}

function bytesOf(values: Set<Hex> | undefined): Uint8Array[] {
  return [...(values ?? [])].map((value) => hexToBytes(value));
}

function isOfRecords(table: string, columns: Record<string, unknown>): boolean {
  return ["capsules", "erased_capsules", "log_entries"].includes(table) || columns.contract === "RecordRegistry";
}

/** Of a capsule: commitment, the first of the wrapped key, the nonce with what follows, the last. */
function partsOf(capsule: Uint8Array): Hex[] {
  return [40, 72, capsule.length - 32].map((at) => bytesToHex(capsule.subarray(at, at + 32)));
}

/** What somebody may have taken for a secret that follows from an address. */
function formsOf(address: Hex): Uint8Array[] {
  const bytes = hexToBytes(address);
  const zeros = new Uint8Array(12);
  const hashes = [sha256(bytes), keccak256(bytes), sha256(stringToBytes(address)), keccak256(stringToBytes(address))];
  return [concat([zeros, bytes]), concat([bytes, zeros]), ...hashes.map((hash) => hexToBytes(hash))];
}

const constants = [
  new Uint8Array(32),
  new Uint8Array(32).fill(0xff),
  new Uint8Array(32).fill(1),
  hexToBytes(sha256(new Uint8Array())),
  hexToBytes(keccak256(new Uint8Array())),
  hexToBytes(sha256(new Uint8Array(32))),
];
