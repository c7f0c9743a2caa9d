export type FrameField = { /** In bytes: 4 or 8. */ size: 4 | 8; value: number };

/** Fields in big-endian order, the length of what follows, and what follows. Nothing follows the last frame's zeros. */
export function frame(fields: readonly FrameField[], content: Uint8Array = new Uint8Array(0)): Uint8Array<ArrayBuffer> {
  const headSize = fields.reduce((sum, { size }) => sum + size, 4);
  const bytes = new Uint8Array(headSize + content.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { size, value } of fields) {
    if (size === 8) view.setBigUint64(at, BigInt(value));
    else view.setUint32(at, value);
    at += size;
  }
  view.setUint32(at, content.length);
  bytes.set(content, headSize);
  return bytes;
}
