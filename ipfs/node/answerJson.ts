import type { ServerResponse } from "node:http";
import { IpfsError } from "../IpfsError.ts";
import { NodeError } from "./NodeError.ts";

export function answerJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(`${JSON.stringify(value)}\n`);
}

/** As Kubo says what went wrong. Of what is not our own refusal, only the kind is told: its words may be anybody's. */
export function answerError(response: ServerResponse, error: unknown): void {
  const { message, status } = nodeErrorOf(error);
  answerJson(response, { Message: message, Code: 0, Type: "error" }, status);
}

export function nodeErrorOf(error: unknown): NodeError {
  if (error instanceof NodeError) return error;
  if (error instanceof IpfsError) return new NodeError(error.message);
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return new NodeError(`the node failed${code}`);
}
