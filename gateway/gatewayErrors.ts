/** Every refusal of a gateway: its HTTP status, and what a person is told. */
export const gatewayErrors = {
  RequestInvalid: { status: 400, sentence: "This request has not the form that is needed here." },
  SignInNeeded: { status: 401, sentence: "Please sign in first." },
  SignInRefused: { status: 401, sentence: "This sign-in does not count; please sign in again." },
  NotPermitted: { status: 403, sentence: "This belongs to somebody else." },
  NotGranted: { status: 403, sentence: "This chart is not shared with you, or no longer." },
  NotFound: { status: 404, sentence: "There is nothing here." },
  CapsuleMissing: { status: 409, sentence: "A record must be stored here before it can be published." },
  Erased: { status: 410, sentence: "This was erased by the person it is about." },
  Changed: { status: 412, sentence: "This was changed meanwhile; please look at it again." },
  TooLarge: { status: 413, sentence: "This is larger than may be stored here." },
  DigestWrong: { status: 422, sentence: "What arrived is not what was announced; please send it again." },
  CredentialInvalid: { status: 422, sentence: "This licence is not what its board says." },
  MessageAhead: { status: 422, sentence: "This message was signed for a state that has not come yet." },
  QuotaReached: { status: 429, sentence: "This is more than may be sent here for now; please try again later." },
  RelayTooDear: { status: 503, sentence: "The network asks more than this gateway pays; please try again later." },
  ChainUnreachable: {
    status: 503,
    sentence: "The chain cannot be asked for consent right now; please try again later.",
  },
  StorageUnreachable: { status: 503, sentence: "The storage cannot be reached right now; please try again later." },
  Unexpected: { status: 500, sentence: "Something went wrong here; please try again later." },
} as const;

export type GatewayErrorName = keyof typeof gatewayErrors;
