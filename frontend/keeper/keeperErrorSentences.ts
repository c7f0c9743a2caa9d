/** What a person is told when the keeper of their keys cannot do something. */
export const keeperErrorSentences = {
  VaultLocked: "Your vault is locked; unlock it to go on.",
  VaultMissing: "There is no vault for this wallet yet.",
  VaultThere: "This wallet has a vault already; unlock it instead.",
  VaultNotKept: "The gateway did not keep the vault as it was sent; please try again.",
  RecordUnknown: "This record is not in the chart, or no longer.",
} as const;

export type KeeperErrorName = keyof typeof keeperErrorSentences;
