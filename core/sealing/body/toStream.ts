/**
 * A web stream that draws from a generator only as fast as it is read. To end the generator is not enough when it is
 * cancelled: one that never began, or that waits for its source, would not reach the source.
 */
export function toStream(
  chunks: AsyncGenerator<Uint8Array>,
  cancelSource: (reason: unknown) => Promise<void>,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        await Promise.all([cancelSource(reason), chunks.return(undefined)]);
      },
    },
    { highWaterMark: 0 },
  );
}
