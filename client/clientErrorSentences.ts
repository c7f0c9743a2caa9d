/** What a person is told when chain or gateway do not do their part. */
export const clientErrorSentences = {
  ChainUnreachable: "The chain cannot be reached right now; please try again later.",
  OtherChain: "This is another chain than the one on which the contracts stand.",
  ContractsMissing: "The contracts are not on this chain; it may have begun anew.",
  ChainContradictsItself: "The chain's answers contradict each other; please try again, or ask another node.",
  NotSigned: "This was not signed, so nothing was done.",
  TransactionNotSent: "The transaction was not sent; the account may not have enough to pay for it.",
  WalletCannotPay:
    "A wallet that was made with Ownchart cannot send transactions; use one of the browser's that has some ether.",
  TransactionReverted: "The transaction was included, but the contract refused it.",
  TransactionWaiting: "The transaction was sent and is still waiting to be included; please look again later.",
  TransactionCancelled: "Your wallet sent something else in its place, so nothing was done.",
  NotOnChain: "The gateway said that it was done, but the chain does not show it.",
  RelaySilent: "The gateway has neither done this nor refused it; it may still happen, or you can pay for it yourself.",
  RelayFailed: "The gateway could not bring this to the chain; try again, or pay for it yourself.",
  GatewayUnreachable: "The gateway cannot be reached right now; please try again later.",
  GatewayAnswerCut: "The gateway's answer broke off; please try again.",
  GatewayAnswerBroken: "The gateway's answer is not what it promises; nothing of it was used.",
  GatewayOfAnotherWorld: "This gateway serves another chain or other contracts.",
} as const;

export type ClientErrorName = keyof typeof clientErrorSentences;
