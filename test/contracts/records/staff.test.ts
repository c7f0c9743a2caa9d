import { expect } from "chai";
import { at, day, ethers, networkHelpers, provider } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import type { Person } from "../support/people.ts";
import { eventsOf, fieldsOf } from "../support/plainValues.ts";
import { bring, signMessage } from "../support/signedMessages.ts";
import { deployPractice, grantAccess, hash, hospitalKind, jurisdictions, keyset } from "../support/stack.ts";
import { nobody, none, physicianKind } from "../support/stack.ts";
import type { Stack } from "../support/stack.ts";

const [first, second, third] = [hash("capsule 1"), hash("capsule 2"), hash("capsule 3")];
type Refusal = [error: string, args: unknown[]];

describe("RecordRegistry, on what a hospital's staff adds", () => {
  let stack: Stack;
  let patient: Person;
  let hospital: Person;
  let nurse: Person;

  const board = () => stack.licences.connect(stack.board);
  const consents = () => stack.consents.connect(patient);
  const staff = (by = hospital) => stack.staff.connect(by);
  const records = (by = nurse) => stack.records.connect(by);
  const license = (holder: Person, kind: number) =>
    board().issue(holder, kind, jurisdictions.massachusetts, day(0), day(1000), hash(`new licence ${kind}`));

  const publish = (capsules = [first], { by = nurse, employer = hospital, subject = patient, epoch = 0 } = {}) =>
    records(by).publishAsStaff(employer, subject, epoch, capsules);
  const message = () => ({
    staff: nurse.address,
    hospital: hospital.address,
    subject: patient.address,
    epoch: 0,
    capsules: [first],
    deadline: day(2000),
  });
  const signed = () => signMessage(stack, nurse, "PublishAsStaff", message());
  const brought = (signature: string) => bring(stack, "PublishAsStaff", message(), signature);

  const record = (capsule: string, subject = patient) => fieldsOf(stack.records.records(subject, capsule));
  const added = (capsule: string, subject = patient) => ["RecordPublished", subject.address, hospital.address, capsule];
  const byHand = (count: number, by = nurse, subject = patient) => [
    "RecordsPublishedByStaff",
    subject.address,
    hospital.address,
    by.address,
    count,
  ];
  const refused = (call: Promise<unknown>, [error, args]: Refusal) => expectRefusal(call, stack.records, error, args);
  const notAppointed = (by = nurse, employer = hospital): Refusal => [
    "RecordStaffNotAppointed",
    [employer.address, by.address],
  ];
  const unlicensed = (employer = hospital): Refusal => ["RecordAuthorUnlicensed", [employer.address]];
  const withoutConsent = (): Refusal => ["RecordConsentMissing", [patient.address, hospital.address]];
  const stale = (current: number, given: number): Refusal => ["RecordEpochStale", [current, given]];

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployPractice);
    ({ patient, hospital, nurse } = stack);
    await staff().appoint(nurse, day(400));
  });

  it("is the hospital's, and says whose hand it was", async () => {
    await at(day(3));
    expect(await eventsOf(publish([second, first]))).to.deep.equal([added(second), added(first), byHand(2)]);
    const current = 1;
    const { address: author } = hospital;
    for (const capsule of [first, second]) {
      expect(await record(capsule)).to.deep.equal({ author, publishedAt: day(3), status: current });
    }
  });

  it("may be brought by anybody who has its signature", async () => {
    expect(await eventsOf(brought(await signed()))).to.deep.equal([added(first), byHand(1)]);
  });

  it("counts under the epoch that was signed, which is the present one", async () => {
    await consents().rotate(0, keyset(1));
    const present = { ...message(), epoch: 1 };
    const call = bring(stack, "PublishAsStaff", present, signMessage(stack, nurse, "PublishAsStaff", present));
    expect(await eventsOf(call)).to.deep.equal([added(first), byHand(1)]);
  });

  it("skips what the hospital has published before, itself or by other hands, and counts the rest", async () => {
    await staff().appoint(stack.stranger, day(400));
    await records(hospital).publish(patient, 0, [first]);
    const events = await eventsOf(publish([first, second, third, second]));
    expect(events).to.deep.equal([added(second), added(third), byHand(2)]);
    expect(await eventsOf(publish([first, second]))).to.deep.equal([]);
    expect(await eventsOf(publish([third], { by: stack.stranger }))).to.deep.equal([]);
    expect(await eventsOf(records(hospital).publish(patient, 0, [third]))).to.deep.equal([]);
  });

  it("refuses another author's capsule, and all that came with it", async () => {
    await records(stack.physician).publish(patient, 0, [second]);
    await refused(publish([first, second]), ["RecordAuthoredByAnother", [second, stack.physician.address]]);
  });

  it("refuses nothing, too much, and capsules of zero", async () => {
    await refused(publish([]), ["RecordCapsulesEmpty", []]);
    await refused(publish(Array(513).fill(first)), ["RecordCapsulesTooMany", [512, 513]]);
    await refused(publish([none]), ["RecordCapsuleZero", []]);
  });

  it("fits into one transaction, 512 of them", async () => {
    const capsules = Array.from({ length: 512 }, (_, i) => hash(`capsule ${i}`));
    const events = await eventsOf(publish(capsules));
    expect(events).to.deep.equal([...capsules.map((capsule) => added(capsule)), byHand(512)]);
  });

  const obstacles: [what: string, happen: () => Promise<unknown>, refusal: () => Refusal][] = [
    ["was withdrawn", () => staff().withdraw(nurse), notAppointed],
    ["reached the end of its appointment", () => at(day(400)), notAppointed],
    ["works for a hospital that is suspended", () => board().suspend(hospital, hospitalKind), unlicensed],
    ["works for a hospital that lost its licence", () => board().revoke(hospital, hospitalKind), unlicensed],
    [
      "works for what is a physician by now",
      () =>
        board()
          .revoke(hospital, hospitalKind)
          .then(() => license(hospital, physicianKind)),
      unlicensed,
    ],
    [
      "works for a hospital whose licence has lapsed",
      () =>
        staff()
          .appoint(nurse, day(3000))
          .then(() => at(day(1000))),
      unlicensed,
    ],
    ["works for a hospital without a grant", () => consents().revoke(hospital, none), withoutConsent],
    ["works for a hospital without any grant", () => consents().revokeAll(none), withoutConsent],
    [
      "works for a hospital past its grant's last second",
      () =>
        staff()
          .appoint(nurse, day(900))
          .then(() => at(day(500))),
      withoutConsent,
    ],
    [
      "works for a hospital that may only read",
      () => consents().grant(hospital, true, false, 0, day(500), hash("terms"), none),
      withoutConsent,
    ],
    ["was left in an earlier epoch", () => consents().rotate(0, keyset(1)), () => stale(1, 0)],
  ];
  for (const [what, happen, refusal] of obstacles) {
    it(`refuses a key that ${what}`, async () => {
      await happen();
      await refused(publish(), refusal());
    });

    it(`refuses a key that ${what}, though it did not when it signed`, async () => {
      const signature = await signed();
      await happen();
      await refused(brought(signature), refusal());
    });
  }

  it("counts until the second in which the appointment ends, and no longer", async () => {
    const snapshot = await networkHelpers.takeSnapshot();
    await at(day(400) - 1);
    expect(await eventsOf(publish())).to.deep.equal([added(first), byHand(1)]);
    await snapshot.restore();
    await at(day(400));
    await refused(publish(), notAppointed());
  });

  it("takes nothing from the block of the withdrawal on, where that comes first in it", async () => {
    const signature = await signed();
    await provider.request({ method: "evm_setAutomine", params: [false] });
    const withdrawal = await staff().withdraw(nurse, { gasLimit: 200_000n, gasPrice: 40_000_000_000n });
    const publication = await records().publishAsStaff(hospital, patient, 0, [first], { gasLimit: 500_000n });
    const carried = await brought(signature);
    await provider.request({ method: "evm_mine", params: [] });
    await provider.request({ method: "evm_setAutomine", params: [true] });

    const sent = [withdrawal, publication, carried];
    const receipts = await Promise.all(
      sent.map((transaction) => ethers.provider.getTransactionReceipt(transaction.hash)),
    );
    expect(receipts.map((receipt) => receipt!.status)).to.deep.equal([1, 0, 0]);
    expect(new Set(receipts.map((receipt) => receipt!.blockNumber)).size).to.equal(1);
    expect(receipts[0]!.index).to.equal(0);
    await refused(publish(), notAppointed());
    await refused(brought(signature), notAppointed());
  });

  it("takes what was signed before the appointment, the licence and the consent, once all are there", async () => {
    await staff().withdraw(nurse);
    await board().revoke(hospital, hospitalKind);
    await consents().revoke(hospital, none);
    const signature = await signed();
    await refused(brought(signature), notAppointed());
    await staff().appoint(nurse, day(400));
    await refused(brought(signature), unlicensed());
    await license(hospital, hospitalKind);
    await refused(brought(signature), withoutConsent());
    await grantAccess(stack, hospital);
    expect(await eventsOf(brought(signature))).to.deep.equal([added(first), byHand(1)]);
  });

  it("needs the appointment of this hospital, not of another, and of this key, not of another", async () => {
    const { stranger, secondPatient } = stack;
    await license(stranger, hospitalKind);
    await grantAccess(stack, stranger);
    await refused(publish([first], { employer: stranger }), notAppointed(nurse, stranger));
    await refused(publish([first], { by: secondPatient }), notAppointed(secondPatient));
    await refused(publish([first], { by: hospital }), notAppointed(hospital));
    await refused(publish([first], { by: hospital, employer: nurse }), notAppointed(hospital, nurse));
  });

  it("is nothing that a key could do by the patient's leave alone, or by a licence of its own", async () => {
    const { stranger } = stack;
    await grantAccess(stack, stranger);
    await license(stranger, hospitalKind);
    await refused(publish([first], { by: stranger }), notAppointed(stranger));
  });

  for (const name of ["physician", "pharmacist", "researcher", "patient"] as const) {
    it(`lends no licence of a ${name}, in no chart, not even the own`, async () => {
      const employer = stack[name];
      await staff(employer).appoint(nurse, day(400));
      const stranger = name === "patient" ? stack.secondPatient : patient;
      if (name !== "patient") await grantAccess(stack, employer);
      await refused(publish([first], { employer, subject: stranger }), unlicensed(employer));
      await refused(publish([first], { employer, subject: employer }), unlicensed(employer));
    });
  }

  it("needs the hospital's licence of all that it may have", async () => {
    await license(hospital, physicianKind);
    expect(await eventsOf(publish())).to.deep.equal([added(first), byHand(1)]);
    await board().suspend(hospital, hospitalKind);
    await refused(publish([second]), unlicensed());
    expect(await eventsOf(records(hospital).publish(patient, 0, [second]))).to.deep.equal([added(second)]);
  });

  it("in the hospital's own chart needs its licence, and neither chart, consent nor epoch", async () => {
    const events = await eventsOf(publish([first], { subject: hospital, epoch: 7 }));
    expect(events).to.deep.equal([added(first, hospital), byHand(1, nurse, hospital)]);
    await board().suspend(hospital, hospitalKind);
    await refused(publish([second], { subject: hospital }), unlicensed());
    await staff().withdraw(nurse);
    await refused(publish([second], { subject: hospital }), notAppointed());
  });

  it("knows no chart of the zero address", async () => {
    const nowhere = records().publishAsStaff(hospital, nobody, 0, [first]);
    await refused(nowhere, ["RecordSubjectZero", []]);
  });

  it("stays when the key is withdrawn, and only the hospital speaks of it", async () => {
    await publish([first, second]);
    const authored: Refusal = ["RecordAuthoredByAnother", [first, hospital.address]];
    await refused(records().markEnteredInError(patient, first), authored);
    await refused(records().supersede(patient, 0, first, third), ["RecordAuthorUnlicensed", [nurse.address]]);
    await staff().withdraw(nurse);
    await records(hospital).supersede(patient, 0, first, third);
    await records(hospital).markEnteredInError(patient, second);
    const [superseded, enteredInError] = [2, 3];
    expect(await record(first)).to.include({ author: hospital.address, status: superseded });
    expect(await record(second)).to.include({ author: hospital.address, status: enteredInError });
  });
});
