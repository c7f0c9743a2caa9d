import { canonicalJson } from "../consent/canonicalJson.ts";

/** The object in canonical JSON that is followed by nothing but spaces; undefined where anything is otherwise. */
export function parsePaddedJson(bytes: Uint8Array): object | undefined {
  try {
    const end = bytes.findLastIndex((byte) => byte !== space) + 1;
    const text = strictUtf8.decode(bytes.subarray(0, end));
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject && canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const space = 0x20;
