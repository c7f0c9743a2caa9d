/** Divisible by four, so that each piece stands for itself. */
const pieceSize = 4 * 8192;

/** The bytes that a base64 text stands for; undefined where it is none. */
export function base64Bytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let size = 0;
  try {
    for (let at = 0; at < text.length; at += pieceSize) {
      for (const character of atob(text.slice(at, at + pieceSize))) bytes[size++] = character.charCodeAt(0);
    }
  } catch {
    return undefined;
  }
  return bytes.slice(0, size);
}
