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
  RecordTooLarge: "This record is too large to be looked through for results; it can be opened.",
  NotLicensed: "Your licence is not in force, so you cannot ask for access now.",
  CredentialMissing:
    "Your board has not put your signed licence at the gateway yet, so patients could not see your name.",
  KeyMissing: "Publish your key first, so that patients can seal theirs to you.",
  DeskLeft: "This code is no longer shown; please start again.",
  DeskOver: "Nobody answered this code in its two minutes.",
  DeskSilent: "Nobody answers at this code; its time may be over. Ask for a new one to be shown.",
  DeskTaken: "This code was answered before, by another phone or by this one. Ask for a new one to be shown.",
  DeskLinkDamaged: "This is not a code of a desk, or a part of it is missing. Ask for it to be shown again.",
  DeskOfAnotherChain: "This code is for another Ownchart than yours, so nothing was shared.",
  DeskKeyUnknown: "The clinician's key is not the one on the chain, so nothing was shared. Please start again.",
  DeskOfNoDevice: "This code is not of a new device. A clinician's is answered under Sharing, At the desk.",
  DeviceRefused: "The other device said no, so nothing was handed over. It says why.",
  WalletNeededThere:
    "Your wallet was made elsewhere, and only you can bring it to the new device. Come in with it there, and choose “Use my other device”.",
  NothingToCompare:
    "The chain knows nothing of this chart yet, so this device could not tell whose vault arrives. Open your chart on the other device first.",
  FileTooLarge: "This file is larger than a gigabyte, which is more than a page can send.",
  AddingCancelled: "Stopped: nothing was added.",
  TakingCancelled: "Stopped: nothing was downloaded.",
  ChartTooLarge: "This chart is larger than two gigabytes, which is more than a page can write; use the command line.",
} as const;

export type KeeperErrorName = keyof typeof keeperErrorSentences;
