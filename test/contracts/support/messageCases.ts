import { day } from "./chain.ts";
import { senderAt } from "./people.ts";
import type { MessageName, Values } from "./signedMessages.ts";
import { type Stack, hash, hospitalKind, jurisdictions, keyset } from "./stack.ts";

/** What has to be there before, what is signed, what happens then, and what happens when it is brought again. */
export type MessageCase = {
  prepare?: (stack: Stack, signer: string) => Promise<unknown>;
  values: (stack: Stack, signer: string) => Omit<Values, "deadline">;
  events: (stack: Stack, signer: string) => unknown[][];
  replay?: (stack: Stack, signer: string) => [error: string, args: unknown[]];
};

const [oldCapsule, newCapsule] = [hash("old capsule"), hash("new capsule")];
const superseded = 2;
const enteredInError = 3;
const disputed = 4;

const consentsOf = async (stack: Stack, signer: string) => stack.consents.connect(await senderAt(signer));
const openChart = async (stack: Stack, signer: string) => (await consentsOf(stack, signer)).openChart(keyset(0));
const publishOld = async (stack: Stack, signer: string) =>
  stack.records.connect(await senderAt(signer)).publish(signer, 0, [oldCapsule]);

/** Licenses the hospital and lets the signer work for it. */
async function employ({ licences, staff, board, hospital }: Stack, signer: string) {
  const licence = [hospitalKind, jurisdictions.massachusetts, day(0), day(1000), hash("number")];
  await licences.connect(board).issue(hospital, ...licence);
  return staff.connect(hospital).appoint(signer, day(30));
}

/** Every message that can be signed, about a chart of the signer's own or of its hospital's, so that any account can be the
 * signer. */
export const messageCases: Record<MessageName, MessageCase> = {
  PublishKey: {
    values: (_, owner) => ({ owner, suite: 1, key: hash("key"), nonce: 0 }),
    events: (_, owner) => [["KeyPublished", owner, 1, hash("key")]],
    replay: (_, owner) => ["KeyNonceStale", [owner, 1, 0]],
  },
  OpenChart: {
    values: (_, subject) => ({ subject, keyset: keyset(0) }),
    events: (_, subject) => [["ChartOpened", subject, keyset(0)]],
    replay: (_, subject) => ["ConsentChartAlreadyOpen", [subject]],
  },
  Grant: {
    prepare: openChart,
    values: ({ physician: { address: grantee } }, subject) => {
      const granted = { read: true, contribute: true, validFrom: day(20), validUntil: day(30), terms: hash("terms") };
      return { subject, grantee, ...granted, nextKeyset: keyset(1), grantNonce: 0, generation: 1, epoch: 0 };
    },
    events: ({ physician }, subject) => [
      ["Granted", subject, physician.address, 3, day(20), day(30), hash("terms")],
      ["Rotated", subject, 1, keyset(1)],
    ],
    replay: () => ["ConsentNonceStale", [1, 0]],
  },
  Revoke: {
    prepare: openChart,
    values: ({ physician: { address: grantee } }, subject) => ({
      subject,
      grantee,
      nextKeyset: keyset(1),
      revokeNonce: 0,
      epoch: 0,
    }),
    events: ({ physician }, subject) => [
      ["Revoked", subject, physician.address],
      ["Rotated", subject, 1, keyset(1)],
    ],
    replay: () => ["ConsentNonceStale", [1, 0]],
  },
  RevokeAll: {
    prepare: openChart,
    values: (_, subject) => ({ subject, nextKeyset: keyset(1), generation: 1, epoch: 0 }),
    events: (_, subject) => [
      ["AllRevoked", subject, 2],
      ["Rotated", subject, 1, keyset(1)],
    ],
    replay: () => ["ConsentGenerationStale", [2, 1]],
  },
  Rotate: {
    prepare: openChart,
    values: (_, subject) => ({ subject, epoch: 0, nextKeyset: keyset(1) }),
    events: (_, subject) => [["Rotated", subject, 1, keyset(1)]],
    replay: () => ["ConsentEpochStale", [1, 0]],
  },
  Publish: {
    values: (_, author) => ({ author, subject: author, epoch: 0, capsules: [oldCapsule, newCapsule] }),
    events: (_, author) => [
      ["RecordPublished", author, author, oldCapsule],
      ["RecordPublished", author, author, newCapsule],
    ],
  },
  PublishAsStaff: {
    prepare: employ,
    values: ({ hospital: { address: hospital } }, staff) => {
      return { staff, hospital, subject: hospital, epoch: 0, capsules: [oldCapsule, newCapsule] };
    },
    events: ({ hospital: { address: hospital } }, staff) => [
      ["RecordPublished", hospital, hospital, oldCapsule],
      ["RecordPublished", hospital, hospital, newCapsule],
      ["RecordsPublishedByStaff", hospital, hospital, staff, 2],
    ],
  },
  Supersede: {
    prepare: publishOld,
    values: (_, author) => ({ author, subject: author, epoch: 0, oldCapsule, newCapsule }),
    events: (_, author) => [
      ["RecordPublished", author, author, newCapsule],
      ["RecordSuperseded", author, author, oldCapsule, newCapsule],
    ],
    replay: () => ["RecordStatusForbids", [oldCapsule, superseded]],
  },
  MarkEnteredInError: {
    prepare: publishOld,
    values: (_, author) => ({ author, subject: author, capsule: oldCapsule }),
    events: (_, author) => [["RecordMarkedEnteredInError", author, author, oldCapsule]],
    replay: () => ["RecordStatusForbids", [oldCapsule, enteredInError]],
  },
  Dispute: {
    prepare: publishOld,
    values: (_, subject) => ({ subject, capsule: oldCapsule }),
    events: (_, subject) => [["RecordDisputed", subject, subject, oldCapsule]],
    replay: () => ["RecordStatusForbids", [oldCapsule, disputed]],
  },
  Appoint: {
    values: ({ nurse: { address: staff } }, hospital) => ({ hospital, staff, validUntil: day(30), appointNonce: 0 }),
    events: ({ nurse }, hospital) => [["StaffAppointed", hospital, nurse.address, day(30)]],
    replay: () => ["StaffNonceStale", [1, 0]],
  },
  Withdraw: {
    values: ({ nurse: { address: staff } }, hospital) => ({ hospital, staff, withdrawNonce: 0 }),
    events: ({ nurse }, hospital) => [["StaffWithdrawn", hospital, nurse.address]],
    replay: () => ["StaffNonceStale", [1, 0]],
  },
};

export const messageNames = Object.keys(messageCases) as MessageName[];

/** How the contracts say that a message was not signed, or not in time. */
export const signatureErrors = {
  keys: { invalid: "KeySignatureInvalid", expired: "KeySignatureExpired" },
  consents: { invalid: "ConsentSignatureInvalid", expired: "ConsentSignatureExpired" },
  records: { invalid: "RecordSignatureInvalid", expired: "RecordSignatureExpired" },
  staff: { invalid: "StaffSignatureInvalid", expired: "StaffSignatureExpired" },
};
