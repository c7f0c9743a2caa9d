/** What a person is told. Engineers find the detail in the error's `detail`. */
export const sealingErrorSentences = {
  NotTheCapsuleOnChain: "This is not the capsule that was published.",
  UnknownFormat: "This was not made by Ownchart, or by a version that is not known here.",
  NoKeyForCapsule: "You were not given the key to this record.",
  WrongChartOrKey: "This was sealed for another chart or another person, or it was damaged.",
  EntryDamaged: "The description of this record was damaged.",
  EntryNotUnderItsKey: "This record says that it belongs somewhere else than where it was sealed.",
  BodyNotItsCid: "What the storage delivered is not this record.",
  BodyDamaged: "The content of this record was damaged.",
  ContentOfAnotherLength: "The content is longer or shorter than was said when sealing began.",
  EntryTooLong: "The description of this record is too long.",
  StaleKeyset: "The keys of this chart have changed since; fetch the grant again.",
  GrantDamaged: "The keys that you were given were damaged.",
  GrantDoesNotMatch: "The keys that you were given are not those that the patient's consent promises.",
  GrantTooLong: "This grant holds more keys than fit into one.",
  SlotDoesNotOpen: "This does not unlock the vault.",
  RecoveryCodeMistyped: "One symbol of the recovery code is wrong; please compare it with your print.",
  StaleVault: "This is an old copy of your vault; another device has a newer one.",
  VaultWouldLock: "A vault needs a recovery code and one more way to unlock it.",
  VaultFull: "A vault holds at most sixteen ways to unlock it; remove one first.",
  PassphraseTooWeak: "This passphrase could be guessed; take the six words that were offered, or a longer one.",
  SignatureDoesNotRepeat:
    "This wallet signs differently every time, so it cannot unlock the vault; choose another way.",
  DeskMessageDamaged: "This message was damaged, or was meant for somebody else.",
  DeskMessageTooLong: "This is more than can be handed over at the desk.",
  DeskCommitmentBroken: "The other device has changed its request; please start again.",
  DeskRequestNotSigned: "The request was not signed by the clinician it names.",
  DeskOfAnotherAccount: "The other device belongs to another account.",
  DeskCodeWrong: "These are not the digits on the other screen.",
  DeskClosed: "Too many tries, or too much time has passed; please start again.",
} as const;

export type SealingErrorName = keyof typeof sealingErrorSentences;
