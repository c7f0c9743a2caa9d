/** What a person is told when something between an applicant and a board cannot be. */
export const licensingErrorSentences = {
  PaperUnreadable: "This is not a paper as applicants and boards write it; nothing of it was used.",
  PaperNotSigned: "This was not signed by whom it says it is from; nothing of it was used.",
  BoardSecretMistyped: "This is not a board's secret; please compare it with its print.",
  BoardSecretOfAnother: "This is another secret than the one under which this board's licences stand.",
} as const;

export type LicensingErrorName = keyof typeof licensingErrorSentences;

export class LicensingError extends Error {
  override readonly name: LicensingErrorName;

  constructor(name: LicensingErrorName) {
    super(licensingErrorSentences[name]);
    this.name = name;
  }
}
