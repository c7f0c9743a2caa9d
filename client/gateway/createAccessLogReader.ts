import type { AccessLogReader } from "../Connection.ts";

/** A placeholder until the merge: reading the log and holding it against the chain is built beside this. */
export function createAccessLogReader(): AccessLogReader {
  return {
    read: () => Promise.reject(new Error("The reader of the access log is not here yet.")),
  };
}
