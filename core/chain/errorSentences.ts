import type { ContractErrorArgs, ContractErrorName } from "viem";
import type { allContractsAbi } from "./contractAbis.ts";

export type ContractError = ContractErrorName<typeof allContractsAbi>;

type Sentences = {
  [Name in ContractError]: ContractErrorArgs<typeof allContractsAbi, Name> extends infer Values extends
    readonly unknown[]
    ? string | ((...values: Values) => string)
    : string;
};

const licenceStatus = ["does not exist", "is active", "is suspended", "is revoked"];
const recordStatus = ["unknown", "current", "superseded", "entered in error", "disputed"];

/** For every error of the contracts, what happened and what to do, in one sentence. */
export const errorSentences: Sentences = {
  ConsentChartAlreadyOpen: "This chart is open already.",
  ConsentChartNotOpen: "Open a chart before you share it.",
  ConsentKeysetZero: "A chart needs keys; unlock the vault and try again.",
  ConsentKeysetUnchanged: "Another device has just set these keys; reload the chart and try again.",
  ConsentEpochStale: (current, given) =>
    `The chart's keys have changed since (epoch ${given} became ${current}); reload the chart and try again.`,
  ConsentGranteeZero: "Choose whom to share with.",
  ConsentGranteeIsSubject: "It is your own chart; you need no permission for it.",
  ConsentPermissionsEmpty: "Allow reading, adding, or both.",
  ConsentPermissionUnknown: (permission) => `There is no permission ${permission}; 1 is reading, 2 adding, 3 both.`,
  ConsentWindowEmpty: "The end must lie after the beginning, and in the future.",
  ConsentNonceStale: "What this person may do has changed since you signed; look at it again and sign anew.",
  ConsentGenerationStale: "All sharing was ended after this was signed; look at it again and sign anew.",
  ConsentSignatureExpired: "The signature has expired; sign again.",
  ConsentSignatureInvalid: "This was not signed by the owner of the chart.",

  RecordDependencyInvalid: (dependency) => `There is no contract at ${dependency}.`,
  RecordSubjectZero: "Choose whose chart the record goes to.",
  RecordCapsulesEmpty: "There is no record to publish.",
  RecordCapsulesTooMany: (most) => `At most ${most} records can be published at once.`,
  RecordCapsuleZero: "A record needs the hash of its capsule.",
  RecordAuthorUnlicensed: "Only physicians and hospitals with a valid licence can add to somebody else's chart.",
  RecordStaffNotAppointed: "This key does not work for the hospital now; ask the hospital to appoint it.",
  RecordConsentMissing: "The patient does not allow you to add records now; ask for access.",
  RecordEpochStale: (current, given) =>
    `The chart's keys have changed since the record was sealed (epoch ${given} became ${current}); seal it again.`,
  RecordKnown: "This record stands in the chart already.",
  RecordUnknown: "This record does not stand in the chart.",
  RecordAuthoredByAnother: "Somebody else is the author of this record.",
  RecordStatusForbids: (_capsule, status) => `This cannot be done with a record that is ${recordStatus[status]}.`,
  RecordSignatureExpired: "The signature has expired; sign again.",
  RecordSignatureInvalid: "This was not signed by the one in whose name it is sent.",

  LicenceManagerInvalid: (manager) => `There is no contract at ${manager}.`,
  LicenceHolderZero: "Choose who is to hold the licence.",
  LicenceKindUnknown: (kind) => `There is no kind of licence with the number ${kind}.`,
  LicenceKindsUnknown: (kinds) => `The set of licences ${kinds} has a kind that does not exist.`,
  LicenceJurisdictionZero: "A licence needs a jurisdiction.",
  LicenceNumberZero: "A licence needs a number.",
  LicenceNumberTaken: (_number, holder) => `This licence number is carried by ${holder}; revoke that licence first.`,
  LicenceWindowInvalid: "The licence must end after it begins, in the future, and a renewal later than before.",
  LicenceStatusForbids: (_holder, _kind, status) => `This cannot be done while the licence ${licenceStatus[status]}.`,
  LicenceBoardUnauthorized: "Only the licensing board of this jurisdiction can do this.",
  LicenceBoardDelayed: "Your seat on the board asks for a delay before you act, which the register does not offer.",

  KeySuiteUnknown: (suite) => `There is no key suite ${suite}; 1 is X25519, 2 X-Wing.`,
  KeyLengthWrong: (_suite, expected, given) => `The key has ${given} bytes instead of ${expected}.`,
  KeyNonceStale: "A newer key was published after this was signed; sign again.",
  KeySignatureExpired: "The signature has expired; sign again.",
  KeySignatureInvalid: "This was not signed by the owner of the key.",

  StaffZero: "Choose whom to appoint.",
  StaffIsHospital: "This is the hospital's own key; it needs no appointment.",
  StaffEndPassed: "The end of an appointment must lie in the future.",
  StaffNonceStale: "This appointment has changed since you signed; look at it again and sign anew.",
  StaffSignatureExpired: "The signature has expired; sign again.",
  StaffSignatureInvalid: "This was not signed by the hospital.",

  AuditHeadZero: "The head of a log cannot be zero.",
  AuditCountNotGrowing: (current, given) => `The log has ${current} anchored entries; ${given} are not more.`,

  AccessManagerAlreadyScheduled: "This administrative action is scheduled already.",
  AccessManagerBadConfirmation: "A role can be given up only by its holder.",
  AccessManagerExpired: "The scheduled action was not carried out in time; schedule it again.",
  AccessManagerInvalidInitialAdmin: "The access manager needs an administrator.",
  AccessManagerLockedFunction: "This function's permissions cannot be changed.",
  AccessManagerLockedRole: "This role cannot be changed.",
  AccessManagerNotReady: "The delay of this scheduled action has not passed yet.",
  AccessManagerNotScheduled: "This action must be scheduled first.",
  AccessManagerUnauthorizedAccount: (account) => `The account ${account} does not have the role that this needs.`,
  AccessManagerUnauthorizedCall: (caller) => `The account ${caller} may not call this.`,
  AccessManagerUnauthorizedCancel: (account) => `The account ${account} may not cancel this.`,
  AccessManagerUnauthorizedConsume: "Only the contract that an action is scheduled for can carry it out.",
  AddressEmptyCode: (target) => `There is no contract at ${target}.`,
  FailedCall: "A call inside this transaction failed.",
  InsufficientBalance: "The contract holds too little for this.",
  SafeCastOverflowedUintDowncast: "A number is too large.",
  InvalidShortString: "A stored text is damaged.",
  StringTooLong: "A text is too long.",
};
