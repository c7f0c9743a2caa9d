import { type ConsentErrorName, consentErrorSentences } from "./consentErrorSentences.ts";

/** A refusal: its name, one sentence for a person as the message, and for engineers a detail without anybody's data. */
export class ConsentError extends Error {
  override readonly name: ConsentErrorName;
  readonly detail: string | undefined;

  constructor(name: ConsentErrorName, detail?: string) {
    super(consentErrorSentences[name]);
    this.name = name;
    this.detail = detail;
  }
}
