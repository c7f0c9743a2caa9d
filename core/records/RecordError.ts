import { type RecordErrorName, recordErrorSentences } from "./recordErrorSentences.ts";

/** A refusal: its name, one sentence for a person as the message, and for engineers a detail without any content. */
export class RecordError extends Error {
  override readonly name: RecordErrorName;
  readonly detail: string | undefined;

  // No cause: a parser's message quotes what it could not read, and that is somebody's health.
  constructor(name: RecordErrorName, detail?: string) {
    super(recordErrorSentences[name]);
    this.name = name;
    this.detail = detail;
  }
}
