/** Text that says of itself which UTF it is, else UTF-8, else what old Windows machines write. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = ["utf-16le", "utf-16be"][marks.indexOf(`${bytes[0]} ${bytes[1]}`)] ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The byte order marks of UTF-16. */
const marks = ["255 254", "254 255"];
