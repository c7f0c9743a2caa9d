import { type AuditErrorName, auditErrorSentences } from "./auditErrorSentences.ts";

/** An access log that does not hold: how, one sentence for a person as the message, and for engineers where. */
export class AuditError extends Error {
  override readonly name: AuditErrorName;
  readonly detail: string | undefined;

  constructor(name: AuditErrorName, detail?: string) {
    super(auditErrorSentences[name]);
    this.name = name;
    this.detail = detail;
  }
}
