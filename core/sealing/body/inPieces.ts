export type InPiecesOptions = { size: number; /** Of the first piece, where it differs. */ firstSize?: number };

/**
 * The same bytes in pieces of exactly this size, only the last of which may be shorter. What must be joined is joined in
 * one buffer, so a piece only lasts until the next one is asked for.
 */
export async function* inPieces(
  chunks: AsyncIterable<Uint8Array>,
  { size, firstSize = size }: InPiecesOptions,
): AsyncGenerator<Uint8Array, void> {
  const joined = new Uint8Array(Math.max(size, firstSize));
  let wanted = firstSize;
  let filled = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    while (filled + rest.length >= wanted) {
      const part = rest.subarray(0, wanted - filled);
      rest = rest.subarray(part.length);
      if (filled > 0) joined.set(part, filled);
      yield filled > 0 ? joined.subarray(0, wanted) : part;
      wanted = size;
      filled = 0;
    }
    joined.set(rest, filled);
    filled += rest.length;
  }
  if (filled > 0) yield joined.subarray(0, filled);
}
