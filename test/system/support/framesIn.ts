/** What a gateway delivers several of at once, each behind its fields and its length. */
export type Frame = { fields: Buffer; content: Buffer };

/** Of capsules a position, of grants a version and an epoch. */
export const fieldBytes = { capsules: 8, grants: 12 };

export function framesIn(bytes: Buffer, fieldSize: number): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; ;) {
    const length = bytes.readUInt32BE(at + fieldSize);
    if (length === 0) return frames;
    const [head, end] = [at + fieldSize + 4, at + fieldSize + 4 + length];
    frames.push({ fields: bytes.subarray(at, at + fieldSize), content: bytes.subarray(head, end) });
    at = end;
  }
}

/** Ended as it must be. */
export function bytesOfFrames(frames: readonly Frame[], fieldSize: number): Buffer {
  const parts = frames.flatMap(({ fields, content }) => [fields, uint32(content.length), content]);
  return Buffer.concat([...parts, Buffer.alloc(fieldSize + 4)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
