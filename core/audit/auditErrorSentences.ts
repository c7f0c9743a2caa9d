/** What a person is told about an access log that does not hold. */
export const auditErrorSentences = {
  LogBroken: "This access log was changed, or something in it is missing.",
  LogNotAnchored: "This access log is not the one that its gateway anchored on the chain.",
  LogRolledBack: "This access log has lost, or changed, what it held before.",
  LogOutdated: "This access log leaves out what its gateway anchored on the chain since.",
  LogOfAnotherGateway: "This access log is anchored under another address than before; ask who runs the gateway why.",
} as const;

export type AuditErrorName = keyof typeof auditErrorSentences;
