export type InPiecesOptions = { size: number; /** Of the first piece, where it differs. */ firstSize?: number };

/** The same bytes in pieces of exactly this size, only the last of which may be shorter. Copies only what it must join. */
export async function* inPieces(
  chunks: AsyncIterable<Uint8Array>,
  { size, firstSize = size }: InPiecesOptions,
): AsyncGenerator<Uint8Array, void> {
  let wanted = firstSize;
  let piece: Uint8Array | undefined;
  let filled = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    while (filled + rest.length >= wanted) {
      const part = rest.subarray(0, wanted - filled);
      piece?.set(part, filled);
      yield piece ?? part;
      rest = rest.subarray(part.length);
      wanted = size;
      piece = undefined;
      filled = 0;
    }
    if (rest.length === 0) continue;
    piece ??= new Uint8Array(wanted);
    piece.set(rest, filled);
    filled += rest.length;
  }
  if (piece !== undefined) yield piece.subarray(0, filled);
}
