import { expect } from "chai";
import { type ContractTransactionResponse, FunctionFragment } from "ethers";
import { day, ethers, networkHelpers } from "../support/chain.ts";
import { type MessageName, type Values, relay, signedMessages } from "../support/signedMessages.ts";
import { slotWritesOf } from "../support/slotWritesOf.ts";
import { deployPractice, hash, jurisdictions, keyset, none } from "../support/stack.ts";
import { hospitalKind, physicianKind, pharmacistKind } from "../support/stack.ts";
import type { Stack } from "../support/stack.ts";

type Step = (stack: Stack) => Promise<ContractTransactionResponse>;
type Operation = [name: string, writes: number, run: Step, before?: Step];

const key = hash("key");
const longKey = ethers.concat(Array(38).fill(key));
const capsules = (count: number) => Array.from({ length: count }, (_, i) => hash(`capsule ${i + 1}`));
const [first, second] = capsules(2) as [string, string];

const board = (stack: Stack) => stack.licences.connect(stack.board);
const patient = (stack: Stack) => stack.consents.connect(stack.patient);
const physician = (stack: Stack) => stack.records.connect(stack.physician);

const issuePharmacist: Step = (stack) =>
  board(stack).issue(stack.pharmacist, pharmacistKind, jurisdictions.massachusetts, day(0), day(9), hash("number"));
const revokePharmacist: Step = (stack) => board(stack).revoke(stack.pharmacist, pharmacistKind);
const suspendHospital: Step = (stack) => board(stack).suspend(stack.hospital, hospitalKind);
const publishKey: Step = (stack) => stack.keys.publishKey(1, key);
const appoint: Step = (stack) => stack.staff.connect(stack.hospital).appoint(stack.nurse, day(9));
const anchor =
  (count: number): Step =>
  (stack) =>
    stack.audit.anchor(hash(`head ${count}`), count);
const grant =
  (grantee: "physician" | "stranger", nextKeyset: string): Step =>
  (stack) =>
    patient(stack).grant(stack[grantee], true, true, day(1), day(2), hash("terms"), nextKeyset);
const revoke =
  (grantee: "physician" | "stranger", nextKeyset: string): Step =>
  (stack) =>
    patient(stack).revoke(stack[grantee], nextKeyset);
const revokeAll =
  (nextKeyset: string): Step =>
  (stack) =>
    patient(stack).revokeAll(nextKeyset);
const publish =
  (count: number): Step =>
  (stack) =>
    physician(stack).publish(stack.patient, 0, capsules(count));
const publishAsStaff =
  (count: number): Step =>
  (stack) =>
    stack.records.connect(stack.nurse).publishAsStaff(stack.hospital, stack.patient, 0, capsules(count));

const nonces = { nonce: 0, grantNonce: 1, revokeNonce: 0, appointNonce: 0, withdrawNonce: 0 };
const usual = { ...nonces, deadline: day(9), generation: 1, epoch: 0 };
const usualKeys = { suite: 1, key, keyset: keyset(0), nextKeyset: keyset(1) };
const usualGrant = { read: true, contribute: true, validFrom: 0, validUntil: day(9), terms: hash("terms") };
const usualCapsules = { capsules: [first], capsule: first, oldCapsule: first, newCapsule: second };

const signers = {
  owner: "patient",
  subject: "patient",
  author: "physician",
  hospital: "hospital",
  staff: "nurse",
} as const;

/** A message about the patient, the physician and the first capsule, as far as the values say nothing else. */
const signed =
  (name: MessageName, values: Partial<Values> = {}, by?: "stranger"): Step =>
  (stack) => {
    const role = signedMessages[name].signer;
    const signer = stack[by ?? signers[role]];
    const people = { subject: stack.patient.address, grantee: stack.physician.address };
    const employed = { hospital: stack.hospital.address, staff: stack.nurse.address };
    return relay(stack, signer, name, {
      ...people,
      ...employed,
      [role]: signer.address,
      ...usual,
      ...usualKeys,
      ...usualGrant,
      ...usualCapsules,
      ...values,
    });
  };

const operations: Operation[] = [
  ["issue of a licence", 2, issuePharmacist, revokePharmacist],
  ["renew", 1, (stack) => board(stack).renew(stack.physician, physicianKind, day(2000))],
  ["suspend", 1, suspendHospital],
  ["reinstate", 1, (stack) => board(stack).reinstate(stack.hospital, hospitalKind), suspendHospital],
  ["revoke of a licence", 1, revokePharmacist],

  ["publishKey", 1, publishKey],
  ["publishKey again, of the longer suite", 1, (stack) => stack.keys.publishKey(2, longKey), publishKey],
  ["publishKeyBySig", 1, signed("PublishKey")],

  ["openChart", 1, (stack) => stack.consents.openChart(keyset(0))],
  ["openChartBySig", 1, signed("OpenChart", {}, "stranger")],
  ["grant, the first", 1, grant("stranger", none)],
  ["grant, renewed", 1, grant("physician", none)],
  ["grant with a next keyset", 2, grant("physician", keyset(1))],
  ["grantBySig", 1, signed("Grant", { nextKeyset: none })],
  ["grantBySig with a next keyset", 2, signed("Grant")],
  ["revoke", 1, revoke("physician", none)],
  ["revoke of somebody never granted", 1, revoke("stranger", none)],
  ["revoke with a next keyset", 2, revoke("physician", keyset(1))],
  ["revoke with the present keyset", 1, revoke("physician", keyset(0))],
  ["revokeBySig", 1, signed("Revoke", { nextKeyset: none })],
  ["revokeBySig with a next keyset", 2, signed("Revoke")],
  ["revokeBySig of another epoch", 1, signed("Revoke", { epoch: 7 })],
  ["revokeAll", 1, revokeAll(none)],
  ["revokeAll with a next keyset", 1, revokeAll(keyset(1))],
  ["revokeAll with the present keyset", 1, revokeAll(keyset(0))],
  ["revokeAllBySig", 1, signed("RevokeAll", { nextKeyset: none })],
  ["revokeAllBySig with a next keyset", 1, signed("RevokeAll")],
  ["revokeAllBySig of another epoch", 1, signed("RevokeAll", { epoch: 7 })],
  ["rotate", 1, (stack) => patient(stack).rotate(0, keyset(1))],
  ["rotateBySig", 1, signed("Rotate")],

  ["publish by a physician", 1, publish(1)],
  ["publish by a hospital", 1, (stack) => stack.records.connect(stack.hospital).publish(stack.patient, 0, [first])],
  ["publish by the subject", 1, (stack) => stack.records.publish(stack.admin, 0, [first])],
  ["publish of twenty", 20, publish(20)],
  ["publish of three known ones", 0, publish(3), publish(3)],
  ["publish of five, two of them known", 3, publish(5), publish(2)],
  ["publishBySig", 3, signed("Publish", { capsules: capsules(3) })],
  ["publishAsStaff", 1, publishAsStaff(1), appoint],
  [
    "publishAsStaff of three known ones",
    0,
    publishAsStaff(3),
    (stack) => appoint(stack).then(() => publishAsStaff(3)(stack)),
  ],
  ["publishAsStaffBySig", 3, signed("PublishAsStaff", { capsules: capsules(3) }), appoint],
  ["supersede", 2, (stack) => physician(stack).supersede(stack.patient, 0, first, second), publish(1)],
  ["supersedeBySig", 2, signed("Supersede"), publish(1)],
  ["markEnteredInError", 1, (stack) => physician(stack).markEnteredInError(stack.patient, first), publish(1)],
  ["markEnteredInErrorBySig", 1, signed("MarkEnteredInError"), publish(1)],
  ["dispute", 1, (stack) => stack.records.connect(stack.patient).dispute(first), publish(1)],
  ["disputeBySig", 1, signed("Dispute"), publish(1)],

  ["appoint", 1, appoint],
  ["appoint again", 1, appoint, appoint],
  ["appointBySig", 1, signed("Appoint")],
  ["withdraw", 1, (stack) => stack.staff.connect(stack.hospital).withdraw(stack.nurse), appoint],
  ["withdraw of somebody never appointed", 1, (stack) => stack.staff.withdraw(stack.nurse)],
  ["withdrawBySig", 1, signed("Withdraw")],

  ["anchor, the first", 1, anchor(1)],
  ["anchor, the next", 1, anchor(2), anchor(1)],
];

/** Only the optimizer that works on the intermediate representation merges the writes to a slot. */
const suite = process.env.OWNCHART_VIA_IR === "off" ? describe.skip : describe;

suite("Storage", () => {
  let stack: Stack;

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployPractice);
  });

  for (const [name, writes, run, before] of operations) {
    it(`of ${name}: ${writes} written, none twice`, async () => {
      await before?.(stack);
      const written = (await slotWritesOf(run(stack))).map(({ contract, slot }) => `${contract} ${slot}`);
      expect(written).to.have.length(writes);
      expect(new Set(written)).to.have.property("size", writes);
    });
  }

  it("is watched under every function that changes it", () => {
    const contracts = [stack.licences, stack.keys, stack.consents, stack.records, stack.audit, stack.staff];
    const functions = contracts
      .flatMap((contract) => contract.interface.fragments)
      .filter((fragment) => fragment instanceof FunctionFragment && !fragment.constant)
      .map((fragment) => (fragment as FunctionFragment).name);
    const watched = operations.map(([name]) => name.match(/^\w+/)![0]);
    expect([...new Set(watched)]).to.have.members([...new Set(functions)]);
  });
});
