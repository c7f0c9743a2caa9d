import { type SealingErrorName, sealingErrorSentences } from "./sealingErrorSentences.ts";

/** A refusal: its name, one sentence for a person as the message, and for engineers a detail that holds no secret. */
export class SealingError extends Error {
  override readonly name: SealingErrorName;
  readonly detail: string | undefined;

  constructor(name: SealingErrorName, detail?: string, cause?: unknown) {
    super(sealingErrorSentences[name], cause === undefined ? undefined : { cause });
    this.name = name;
    this.detail = detail;
  }
}
