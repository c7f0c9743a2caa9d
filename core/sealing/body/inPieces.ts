export type InPiecesOptions = {
  size: number;
  /** Of the first piece, where it differs. */
  firstSize?: number;
  /** Whether pieces that must be joined are joined in one buffer, and last only until the next is asked for. */
  areBrief?: boolean;
};

/** The same bytes in pieces of exactly this size, only the last of which may be shorter. Copies only what it must join. */
export async function* inPieces(
  chunks: AsyncIterable<Uint8Array>,
  { size, firstSize = size, areBrief = false }: InPiecesOptions,
): AsyncGenerator<Uint8Array, void> {
  let wanted = firstSize;
  let joined: Uint8Array | undefined;
  let filled = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    while (filled + rest.length >= wanted) {
      const part = rest.subarray(0, wanted - filled);
      rest = rest.subarray(part.length);
      if (filled > 0) joined!.set(part, filled);
      yield filled > 0 ? joined!.subarray(0, wanted) : part;
      if (!areBrief) joined = undefined;
      wanted = size;
      filled = 0;
    }
    if (rest.length === 0) continue;
    joined ??= new Uint8Array(Math.max(size, firstSize));
    joined.set(rest, filled);
    filled += rest.length;
  }
  if (filled > 0) yield joined!.subarray(0, filled);
}
