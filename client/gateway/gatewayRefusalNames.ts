/** The refusals that docs/gateway.md promises; those of the contracts come beside them. */
export const gatewayRefusalNames = [
  "RequestInvalid",
  "SignInNeeded",
  "SignInRefused",
  "NotPermitted",
  "NotGranted",
  "NotFound",
  "CapsuleMissing",
  "Erased",
  "Changed",
  "TooLarge",
  "DigestWrong",
  "CredentialInvalid",
  "MessageAhead",
  "QuotaReached",
  "RelayTooDear",
  "ChainUnreachable",
  "StorageUnreachable",
  "Unexpected",
] as const;

export type GatewayRefusalName = (typeof gatewayRefusalNames)[number];
