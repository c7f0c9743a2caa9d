export const licenceCredentialErrorSentences = {
  CredentialUnreadable: "This is not a licence as a board signs it.",
  CredentialNotSigned: "This licence was not signed by the board it names.",
  CredentialBoardUnknown: "Who signed this licence does not sit on its board.",
  CredentialNotLicensed: "The register knows no such licence, or it was revoked.",
  CredentialOfAnotherLicence: "The register has another licence under this name and kind.",
} as const;

export type LicenceCredentialErrorName = keyof typeof licenceCredentialErrorSentences;

/** A refusal: its name, and one sentence for a person. */
export class LicenceCredentialError extends Error {
  override readonly name: LicenceCredentialErrorName;

  constructor(name: LicenceCredentialErrorName) {
    super(licenceCredentialErrorSentences[name]);
    this.name = name;
  }
}
