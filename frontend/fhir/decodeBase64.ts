import { mostBytesShown } from "../viewer/mostBytesShown.ts";

/** The bytes of base64 as FHIR has it, with or without white space; undefined where it is none or too much. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length > (mostBytesShown * 4) / 3 + 4) return undefined;
  try {
    const binary = atob(text.replaceAll(/\s+/g, ""));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
