/** A refusal of the node, in the words and under the HTTP status that Kubo would use. */
export class NodeError extends Error {
  override readonly name = "NodeError";
  readonly status: number;

  constructor(message: string, status = 500) {
    super(message);
    this.status = status;
  }
}
