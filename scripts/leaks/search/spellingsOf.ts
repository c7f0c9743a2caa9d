/** One way in which bytes may have been written down. */
export type Spelling = { how: string; bytes: Uint8Array };

/**
 * Every way in which programs write bytes down, by accident or to carry them, each found without knowing what surrounds
 * it. `start`: how many bytes of the same secret come before these.
 */
export function spellingsOf(bytes: Uint8Array, start = 0): Spelling[] {
  const buffer = Buffer.from(bytes);
  const hex = buffer.toString("hex");
  const decimals = [...bytes].join(",");
  const spellings: [how: string, spelling: string | Uint8Array][] = [
    ["as it is", bytes],
    ["reversed", bytes.toReversed()],
    ["hex", hex],
    ["HEX", hex.toUpperCase()],
    ["percent-encoded", hex.replaceAll(/../g, "%$&")],
    ["PERCENT-ENCODED", hex.toUpperCase().replaceAll(/../g, "%$&")],
    ["decimals", decimals],
    ["decimals with spaces", decimals.replaceAll(",", ", ")],
    ["a typed array in JSON", [...bytes].map((byte, i) => `"${start + i}":${byte}`).join(",")],
    ["a Buffer on the console", hex.replaceAll(/..(?=.)/g, "$& ")],
    ...[0, 1, 2].flatMap((offset) => base64At(buffer, offset)),
    ...textSpellings(bytes),
  ];
  const known = new Set<string>();
  return spellings
    .map(([how, spelling]) => ({ how, bytes: Buffer.from(spelling as string) }))
    .filter((spelling) => !known.has(spelling.bytes.toString("hex")) && known.add(spelling.bytes.toString("hex")));
}

/** What base64 makes of bytes at one of three alignments: the symbols that no neighbour has a part in. */
function base64At(bytes: Buffer, offset: number): [string, string][] {
  const symbols = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  const own = symbols.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  return [
    [`base64 at ${offset}`, own],
    [`base64url at ${offset}`, own.replaceAll("+", "-").replaceAll("/", "_")],
  ];
}

/** Where the bytes are a text. */
function textSpellings(bytes: Uint8Array): [string, string | Uint8Array][] {
  const text = textOf(bytes);
  if (text === undefined) return [];
  const utf16 = Buffer.from(text, "utf16le");
  const escaped = JSON.stringify(text).slice(1, -1);
  return [
    ["UTF-16, little end first", utf16],
    ["UTF-16, big end first", Buffer.from(utf16).swap16()],
    ["in a URL", encodeURIComponent(text)],
    ["in a form", new URLSearchParams({ "": text }).toString().slice(1)],
    ["in JSON", escaped],
    ["in JSON, ASCII alone", escaped.replaceAll(/[\u0080-\uffff]/g, asciiEscape)],
    ["in HTML", text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")],
  ];
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function asciiEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
