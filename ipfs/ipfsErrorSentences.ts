/** What a person is told when something cannot be had from IPFS. */
export const ipfsErrorSentences = {
  BlockNotItsCid: "The storage sent something else than what was asked for.",
  IpfsAnswerBroken: "The storage did not answer as it should, or not to the end; please try again.",
  IpfsUnreachable: "The storage cannot be reached right now; please try again later.",
  NotAFile: "What is to be read is not stored in the form of a file.",
} as const;

export type IpfsErrorName = keyof typeof ipfsErrorSentences;
