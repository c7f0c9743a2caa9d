/** What a person is told when the keeper of their keys cannot do something. */
export const keeperErrorSentences = {
  VaultLocked: "Your vault is locked; unlock it to go on.",
  VaultMissing: "There is no vault for this wallet yet.",
  VaultThere: "This wallet has a vault already; unlock it instead.",
  VaultNotKept: "The gateway did not keep the vault as it was sent; please try again.",
  WayRemoved: "This way to unlock was removed on another device; please choose another.",
  PassphraseThere: "The vault has a passphrase already; to change it, remove it first.",
  DeviceUnknown: "This browser has no way of its own to unlock the vault, or has forgotten it.",
  WalletNotHere: "This wallet is not on this device any more; bring it back with your recovery code.",
  WalletElsewhere: "This wallet was made elsewhere, and its key is there.",
  OtherWallet: "This recovery code belongs to another wallet.",
  NothingToBringBack: "No vault belongs to this recovery code; please compare it with your print.",
  RecordUnknown: "This record is not in the chart, or no longer.",
} as const;

export type KeeperErrorName = keyof typeof keeperErrorSentences;
