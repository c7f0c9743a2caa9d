import { type ClientErrorName, clientErrorSentences } from "./clientErrorSentences.ts";

export type ClientErrorOptions = {
  cause?: unknown;
  /** For engineers; never an address of a server, or a secret. */ detail?: string;
};

/** Something between here and the services that did not work: its name, and one sentence for a person as the message. */
export class ClientError extends Error {
  override readonly name: ClientErrorName;
  readonly detail: string | undefined;

  constructor(name: ClientErrorName, { cause, detail }: ClientErrorOptions = {}) {
    super(clientErrorSentences[name], cause === undefined ? undefined : { cause });
    this.name = name;
    this.detail = detail;
  }
}
