/** What a stream breaks off with that is cut on purpose: servers print it, so it holds nothing of the request. */
export class StreamCutError extends Error {
  override readonly name = "StreamCut";
  /** Known to servers as no mistake of theirs. */
  readonly code = "ERR_STREAM_PREMATURE_CLOSE";

  constructor() {
    super("What was being delivered may not be delivered any more.");
  }
}
