import { concat, stringToBytes } from "viem";
import { canonicalJson } from "#core/consent/canonicalJson.ts";

export type JsonFaultsParameters = {
  value: object;
  /** Stands in the value once, and could be any other text. */
  text: string;
  /** Padded to a multiple of it. */
  unit: number;
  /** Leaves out what differs little from what is there already. */
  isBrief?: boolean;
};

/** What says nearly the same as a value, but not in canonical JSON followed by spaces. */
export function jsonFaults({ value, text, unit, isBrief = false }: JsonFaultsParameters): [string, Uint8Array][] {
  const members = Object.entries(value)
    .toSorted()
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  const sound: Sound = { json: canonicalJson(value), members, text };
  const ways = isBrief ? different : [...different, ...similar];
  return ways.map(([what, write, filler = " "]) => [what, padded(write(sound), unit, filler)]);
}

type Sound = { json: string; members: readonly string[]; text: string };
type Way = [what: string, write: (sound: Sound) => string | Uint8Array, filler?: string];

const different: Way[] = [
  ["its members out of order", ({ members }) => `{${members.toReversed().join()}}`],
  ["a member twice", ({ json, members }) => `{${members[0]},${json.slice(1)}`],
  ["a space after a comma", ({ json }) => json.replace(",", ", ")],
  ["a number written 2.0", ({ json }) => json.replace(/":(\d+)/, '":$1.0')],
  ["half of a character", ({ json, text }) => json.replace(text, "\\ud83e")],
  ["a byte that is not UTF-8", (sound) => withBytes(sound, 0xff)],
  ["padded with zeros", ({ json }) => json, "\0"],
  ["a list", ({ json }) => `[${json}]`],
  ["nothing but spaces", () => " "],
];

const similar: Way[] = [
  ["members in the order of code points, not of UTF-16", ({ json }) => `${json.slice(0, -1)},"ﬁ":0,"🦴":0}`],
  ["a comma too many", ({ json }) => `${json.slice(0, -1)},}`],
  ["a number written 2e0", ({ json }) => json.replace(/":(\d+)/, '":$1e0')],
  ["an escape that need not be", ({ json, text }) => json.replace(text, "\\u0061")],
  ["an escaped slash", ({ json, text }) => json.replace(text, "\\/")],
  ["a slash in two bytes", (sound) => withBytes(sound, 0xc0, 0xaf)],
  ["half of a character in three bytes", (sound) => withBytes(sound, 0xed, 0xa0, 0xbe)],
  ["a byte order mark", ({ json }) => `\ufeff${json}`],
  ["a space in front", ({ json }) => ` ${json}`],
  ["padded with tabs", ({ json }) => json, "\t"],
  ["padded with line breaks", ({ json }) => json, "\n"],
  ["something behind the spaces", ({ json }) => `${json} 0`],
  ["twice", ({ json }) => json + json],
  ["cut off", ({ json }) => json.slice(0, -1)],
  ["a text", ({ json }) => JSON.stringify(json)],
  ["null", () => "null"],
];

function withBytes({ json, text }: Sound, ...bytes: number[]): Uint8Array {
  const [before = "", behind = ""] = json.split(text);
  return concat([stringToBytes(before), Uint8Array.from(bytes), stringToBytes(behind)]);
}

function padded(json: string | Uint8Array, unit: number, filler: string): Uint8Array {
  const bytes = typeof json === "string" ? stringToBytes(json) : json;
  const size = Math.ceil(bytes.length / unit) * unit;
  return concat([bytes, new Uint8Array(size - bytes.length).fill(filler.charCodeAt(0))]);
}
