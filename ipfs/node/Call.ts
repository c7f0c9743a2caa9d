import type { IncomingMessage, ServerResponse } from "node:http";
import type { Storage } from "./Storage.ts";

/** One request and all that answers it. */
export type Call = {
  storage: Storage;
  limits: NodeLimits;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
};

export type NodeLimits = {
  /** Bytes of one file. */
  fileBytes: number;
  /** Files of one upload. */
  files: number;
  /** How long, in milliseconds, a connection may be without a byte. */
  silence: number;
};
