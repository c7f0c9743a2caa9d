import { expect } from "chai";
import { at, day, networkHelpers } from "../support/chain.ts";
import { deploy } from "../support/deployed.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import type { Person } from "../support/people.ts";
import { eventsOf, fieldsOf } from "../support/plainValues.ts";
import { type Stack, deployPractice, hash, nobody, none, physicianKind } from "../support/stack.ts";

const [first, second, third] = [hash("capsule 1"), hash("capsule 2"), hash("capsule 3")];
const recordStatus = { none: 0, current: 1, superseded: 2, enteredInError: 3, disputed: 4 };
type StatusName = keyof typeof recordStatus;

describe("RecordRegistry", () => {
  let stack: Stack;
  let patient: Person;
  let physician: Person;
  let hospital: Person;
  const publish = (author: Person, capsules: string[], subject = patient, epoch = 0) =>
    stack.records.connect(author).publish(subject, epoch, capsules);
  const supersede = (author: Person, old: string, next: string, subject = patient, epoch = 0) =>
    stack.records.connect(author).supersede(subject, epoch, old, next);
  const mark = (author: Person, capsule: string, subject = patient) =>
    stack.records.connect(author).markEnteredInError(subject, capsule);
  const dispute = (subject: Person, capsule: string) => stack.records.connect(subject).dispute(capsule);

  const record = (capsule: string, subject = patient) => fieldsOf(stack.records.records(subject, capsule));
  const published = (author: Person, capsule: string, subject = patient) => [
    "RecordPublished",
    subject.address,
    author.address,
    capsule,
  ];
  const refused = (call: Promise<unknown>, error: string, args: unknown[] = []) =>
    expectRefusal(call, stack.records, error, args);
  const forbidden = (call: Promise<unknown>, capsule: string, status: number) =>
    refused(call, "RecordStatusForbids", [capsule, status]);

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployPractice);
    ({ patient, physician, hospital } = stack);
  });

  it("cannot be deployed without contracts to ask", async () => {
    const { licences, consents, staff, stranger, records } = stack;
    const asked = [licences.target, consents.target, staff.target];
    for (const missing of [nobody, stranger.address]) {
      for (const index of asked.keys()) {
        await expect(deploy("RecordRegistry", ...asked.with(index, missing)))
          .to.be.revertedWithCustomError(records, "RecordDependencyInvalid")
          .withArgs(missing);
      }
    }
    expect(await records.licences()).to.equal(licences.target);
    expect(await records.consents()).to.equal(consents.target);
    expect(await records.appointments()).to.equal(staff.target);
  });

  describe("publishing", () => {
    for (const name of ["physician", "hospital", "patient"] as const) {
      it(`writes down and announces every record of the ${name}, in their order`, async () => {
        await at(day(3));
        const events = await eventsOf(publish(stack[name], [second, first]));
        expect(events).to.deep.equal([published(stack[name], second), published(stack[name], first)]);
        for (const capsule of [first, second]) {
          const { address: author } = stack[name];
          expect(await record(capsule)).to.deep.equal({ author, publishedAt: day(3), status: recordStatus.current });
        }
      });
    }

    it("in one's own chart needs no chart on chain, no licence, and no particular epoch", async () => {
      const { secondPatient } = stack;
      const events = await eventsOf(publish(secondPatient, [first], secondPatient, 7));
      expect(events).to.deep.equal([published(secondPatient, first, secondPatient)]);
    });

    it("skips what the same author published before, whose time stays", async () => {
      await at(day(1));
      await publish(physician, [first]);
      await at(day(2));
      expect(await eventsOf(publish(physician, [first]))).to.deep.equal([]);
      expect(await eventsOf(publish(physician, [first, second, first]))).to.deep.equal([published(physician, second)]);
      expect(await record(first)).to.include({ author: physician.address, publishedAt: day(1) });
    });

    it("takes a capsule that is named twice once", async () => {
      expect(await eventsOf(publish(physician, [first, first]))).to.deep.equal([published(physician, first)]);
    });

    it("brings nothing back that was superseded, disputed or called an error", async () => {
      await publish(physician, [first, second, third]);
      await supersede(physician, first, hash("capsule 4"));
      await mark(physician, second);
      await dispute(patient, third);
      expect(await eventsOf(publish(physician, [first, second, third]))).to.deep.equal([]);
      expect(await record(first)).to.include({ status: recordStatus.superseded });
      expect(await record(second)).to.include({ status: recordStatus.enteredInError });
      expect(await record(third)).to.include({ status: recordStatus.disputed });
    });

    it("refuses another author's capsule, and all that came with it", async () => {
      await publish(physician, [second]);
      for (const author of [hospital, patient]) {
        const args = [second, physician.address];
        await refused(publish(author, [first, second]), "RecordAuthoredByAnother", args);
      }
    });

    it("keeps the same capsule in two charts apart", async () => {
      await publish(patient, [first]);
      await publish(stack.secondPatient, [first], stack.secondPatient);
      expect(await record(first)).to.include({ author: patient.address });
      expect(await record(first, stack.secondPatient)).to.include({ author: stack.secondPatient.address });
    });

    it("refuses nothing, and capsules of zero", async () => {
      await refused(publish(physician, []), "RecordCapsulesEmpty");
      await refused(publish(physician, [none]), "RecordCapsuleZero");
      await refused(publish(patient, [first, none, second]), "RecordCapsuleZero");
    });

    it("takes 512 at once, within what one transaction may use, and no more", async () => {
      const capsules = Array.from({ length: 513 }, (_, i) => hash(`capsule ${i}`));
      for (const author of [physician, patient]) {
        await refused(publish(author, capsules), "RecordCapsulesTooMany", [512, 513]);
      }
      const events = await eventsOf(publish(physician, capsules.slice(0, 512)));
      expect(events).to.deep.equal(capsules.slice(0, 512).map((capsule) => published(physician, capsule)));
    });
  });

  describe("superseding", () => {
    beforeEach(async () => {
      await at(day(1));
      await publish(physician, [first]);
    });

    for (const status of ["current", "disputed"] as const) {
      it(`puts a new record in the place of a ${status} one, whose author and time stay`, async () => {
        if (status === "disputed") await dispute(patient, first);
        await at(day(2));
        expect(await eventsOf(supersede(physician, first, second))).to.deep.equal([
          published(physician, second),
          ["RecordSuperseded", patient.address, physician.address, first, second],
        ]);
        const { address: author } = physician;
        expect(await record(first)).to.deep.equal({ author, publishedAt: day(1), status: recordStatus.superseded });
        expect(await record(second)).to.deep.equal({ author, publishedAt: day(2), status: recordStatus.current });
      });
    }

    it("works in one's own chart", async () => {
      await publish(patient, [third]);
      await supersede(patient, third, second, patient, 7);
      expect(await record(third)).to.include({ status: recordStatus.superseded });
    });

    it("refuses records that are superseded or called an error already", async () => {
      await supersede(physician, first, second);
      await forbidden(supersede(physician, first, third), first, recordStatus.superseded);
      await mark(physician, second);
      await forbidden(supersede(physician, second, third), second, recordStatus.enteredInError);
    });

    it("refuses a known capsule in its place: its own, an older one, anybody's", async () => {
      await publish(hospital, [third]);
      await supersede(physician, first, second);
      for (const known of [second, first, third]) {
        await refused(supersede(physician, second, known), "RecordKnown", [patient.address, known]);
      }
    });

    it("refuses capsules of zero, unknown ones, and another author's", async () => {
      await refused(supersede(physician, first, none), "RecordCapsuleZero");
      await refused(supersede(physician, third, second), "RecordUnknown", [patient.address, third]);
      for (const author of [hospital, patient]) {
        await refused(supersede(author, first, second), "RecordAuthoredByAnother", [first, physician.address]);
      }
    });

    it("is held to the conditions of publishing", async () => {
      const { consents, licences, board } = stack;
      await refused(supersede(physician, first, second, patient, 1), "RecordEpochStale", [0, 1]);
      const nowhere = stack.records.connect(physician).supersede(nobody, 0, first, second);
      await refused(nowhere, "RecordSubjectZero");
      await consents.connect(patient).revoke(physician, none);
      const parties = [patient.address, physician.address];
      await refused(supersede(physician, first, second), "RecordConsentMissing", parties);
      await licences.connect(board).suspend(physician, physicianKind);
      await refused(supersede(physician, first, second), "RecordAuthorUnlicensed", [physician.address]);
    });
  });

  describe("marking as entered in error", () => {
    const preparations: Partial<Record<StatusName, () => Promise<unknown>>> = {
      current: async () => undefined,
      superseded: () => supersede(physician, first, second),
      disputed: () => dispute(patient, first),
    };

    beforeEach(async () => {
      await at(day(1));
      await publish(physician, [first]);
    });

    for (const [status, prepare] of Object.entries(preparations)) {
      it(`is possible for a ${status} record, whose author and time stay`, async () => {
        await prepare();
        const events = await eventsOf(mark(physician, first));
        expect(events).to.deep.equal([["RecordMarkedEnteredInError", patient.address, physician.address, first]]);
        const { address: author } = physician;
        expect(await record(first)).to.deep.equal({ author, publishedAt: day(1), status: recordStatus.enteredInError });
      });
    }

    it("needs neither consent nor licence, in any epoch", async () => {
      await stack.consents.connect(patient).revokeAll(hash("next keyset"));
      await stack.licences.connect(stack.board).revoke(physician, physicianKind);
      await mark(physician, first);
      expect(await record(first)).to.include({ status: recordStatus.enteredInError });
    });

    it("leaves the record that took its place current", async () => {
      await supersede(physician, first, second);
      await mark(physician, first);
      expect(await record(second)).to.include({ status: recordStatus.current });
    });

    it("is the author's alone, of a known record, once", async () => {
      for (const other of [patient, hospital]) {
        await refused(mark(other, first), "RecordAuthoredByAnother", [first, physician.address]);
      }
      await refused(mark(physician, second), "RecordUnknown", [patient.address, second]);
      const elsewhere = mark(physician, first, stack.secondPatient);
      await refused(elsewhere, "RecordUnknown", [stack.secondPatient.address, first]);
      await mark(physician, first);
      await forbidden(mark(physician, first), first, recordStatus.enteredInError);
    });
  });

  describe("disputing", () => {
    for (const author of ["physician", "patient"] as const) {
      it(`is the subject's, for a current record of the ${author}`, async () => {
        await at(day(1));
        await publish(stack[author], [first]);
        const { address } = stack[author];
        const events = await eventsOf(dispute(patient, first));
        expect(events).to.deep.equal([["RecordDisputed", patient.address, address, first]]);
        expect(await record(first)).to.deep.equal({
          author: address,
          publishedAt: day(1),
          status: recordStatus.disputed,
        });
      });
    }

    it("is nobody else's", async () => {
      await publish(physician, [first]);
      for (const other of [physician, stack.stranger]) {
        await refused(dispute(other, first), "RecordUnknown", [other.address, first]);
      }
      await refused(dispute(patient, second), "RecordUnknown", [patient.address, second]);
    });

    it("is refused unless the record is current", async () => {
      await publish(physician, [first, third]);
      await dispute(patient, first);
      await forbidden(dispute(patient, first), first, recordStatus.disputed);
      await supersede(physician, first, second);
      await forbidden(dispute(patient, first), first, recordStatus.superseded);
      await mark(physician, third);
      await forbidden(dispute(patient, third), third, recordStatus.enteredInError);
    });
  });
});
