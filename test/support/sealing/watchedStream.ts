export type WatchedStream = {
  stream: ReadableStream<Uint8Array>;
  /** How many chunks were asked for. */
  taken(): number;
  isCancelled(): boolean;
};

/** A source that gives chunks only as they are asked for, and remembers how it was treated. */
export function watchedStream(chunks: Iterable<Uint8Array | Promise<Uint8Array>>): WatchedStream {
  const iterator = chunks[Symbol.iterator]();
  let [taken, isCancelled] = [0, false];
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        taken++;
        const { done, value } = iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(await value);
      },
      cancel() {
        isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, taken: () => taken, isCancelled: () => isCancelled };
}

/** A source that never answers again after these chunks. */
export function stalledStream(...chunks: readonly Uint8Array[]): WatchedStream {
  return watchedStream([...chunks, new Promise(() => {})]);
}
