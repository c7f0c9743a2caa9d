import { bytesToHex } from "viem";

/** JSON with one line an entry, so that a change can be read, and bytes as hex without 0x. */
export function vectorsText(vectors: Record<string, unknown>): string {
  const members = Object.entries(vectors).map(([name, value]) => `${JSON.stringify(name)}: ${memberText(value)}`);
  return `{\n${members.join(",\n")}\n}\n`;
}

function memberText(value: unknown): string {
  return Array.isArray(value) ? `[\n${value.map(lineOf).join(",\n")}\n]` : lineOf(value);
}

function lineOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? bytesToHex(part).slice(2) : part));
}
