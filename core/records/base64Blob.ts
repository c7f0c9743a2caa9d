/** Divisible by three, so that pieces can stand one after the other. */
const pieceSize = 3 * 8192;

/** Bytes as base64. Held where a browser keeps what is large, which need not be memory. */
export function base64Blob(bytes: Uint8Array): Blob {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceSize) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + pieceSize))));
  }
  return new Blob(pieces);
}
