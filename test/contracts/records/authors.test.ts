import { expect } from "chai";
import { at, day, networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import type { Person } from "../support/people.ts";
import { eventsOf } from "../support/plainValues.ts";
import { bring, signMessage } from "../support/signedMessages.ts";
import { deployPractice, grantAccess, hash, hospitalKind, jurisdictions, keyset } from "../support/stack.ts";
import { nobody, none, physicianKind } from "../support/stack.ts";
import type { Stack } from "../support/stack.ts";

const capsule = hash("capsule");
type Refusal = [error: string, args: unknown[]];

const stale = (current: number, given: number): Refusal => ["RecordEpochStale", [current, given]];

describe("RecordRegistry, on who may publish in somebody else's chart", () => {
  let stack: Stack;
  let patient: Person;
  let physician: Person;

  const board = () => stack.licences.connect(stack.board);
  const consents = () => stack.consents.connect(patient);
  const license = (kind: number, from: number, until: number) =>
    board().issue(physician, kind, jurisdictions.massachusetts, from, until, hash(`new licence ${kind}`));
  const allow = (read: boolean, contribute: boolean, from = 0, until = day(500)) =>
    consents().grant(physician, read, contribute, from, until, hash("terms"), none);

  const publish = (author = physician, epoch = 0) => stack.records.connect(author).publish(patient, epoch, [capsule]);
  const message = () => ({
    author: physician.address,
    subject: patient.address,
    epoch: 0,
    capsules: [capsule],
    deadline: day(2000),
  });
  const refused = (call: Promise<unknown>, [error, args]: Refusal) => expectRefusal(call, stack.records, error, args);
  const published = async (call: Promise<any>, author = physician) =>
    expect(await eventsOf(call)).to.deep.equal([["RecordPublished", patient.address, author.address, capsule]]);

  const unlicensed = (author = physician): Refusal => ["RecordAuthorUnlicensed", [author.address]];
  const withoutConsent = (): Refusal => ["RecordConsentMissing", [patient.address, physician.address]];

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployPractice);
    ({ patient, physician } = stack);
  });

  const obstacles: [what: string, happen: () => Promise<unknown>, refusal: () => Refusal][] = [
    ["suspended", () => board().suspend(physician, physicianKind), unlicensed],
    ["stripped of the licence", () => board().revoke(physician, physicianKind), unlicensed],
    ["past the licence's last second", () => at(day(1000)), unlicensed],
    ["without a grant", () => consents().revoke(physician, none), withoutConsent],
    ["without any grant", () => consents().revokeAll(none), withoutConsent],
    ["past the grant's last second", () => at(day(500)), withoutConsent],
    ["allowed only to read", () => allow(true, false), withoutConsent],
    ["allowed only from tomorrow", () => allow(true, true, day(1)), withoutConsent],
    ["left in an earlier epoch", () => consents().rotate(0, keyset(1)), () => stale(1, 0)],
    ["left in an earlier epoch by a revocation", () => consents().revoke(stack.hospital, keyset(1)), () => stale(1, 0)],
    [
      "left in an earlier epoch and granted anew",
      () =>
        consents()
          .revokeAll(keyset(1))
          .then(() => allow(true, true)),
      () => stale(1, 0),
    ],
  ];
  for (const [what, happen, refusal] of obstacles) {
    it(`refuses a physician who is ${what}`, async () => {
      await happen();
      await refused(publish(), refusal());
    });

    it(`refuses a physician who is ${what} by now, though not when signing`, async () => {
      const signature = signMessage(stack, physician, "Publish", message());
      await happen();
      await refused(bring(stack, "Publish", message(), signature), refusal());
    });
  }

  it("takes what was signed before the licence and the consent, once both are there", async () => {
    await board().revoke(physician, physicianKind);
    await consents().revoke(physician, none);
    const signature = signMessage(stack, physician, "Publish", message());
    const brought = () => bring(stack, "Publish", message(), signature);
    await license(physicianKind, day(0), day(1000));
    await refused(brought(), withoutConsent());
    await grantAccess(stack, physician);
    await published(brought());
  });

  it("takes nothing sealed for an epoch to come", async () => {
    await refused(publish(physician, 1), stale(0, 1));
    await consents().rotate(0, keyset(1));
    await published(publish(physician, 1));
  });

  const windows: [what: string, open: () => Promise<unknown>, refusal: () => Refusal][] = [
    [
      "licence",
      () =>
        board()
          .revoke(physician, physicianKind)
          .then(() => license(physicianKind, day(1), day(2))),
      unlicensed,
    ],
    ["grant", () => allow(false, true, day(1), day(2)), withoutConsent],
  ];
  for (const [what, open, refusal] of windows) {
    it(`counts the ${what} from the first second of its window to the last, and no longer`, async () => {
      await open();
      const snapshot = await networkHelpers.takeSnapshot();
      for (const second of [day(1) - 1, day(1), day(2) - 1, day(2)]) {
        await at(second);
        if (second >= day(1) && second < day(2)) await published(publish());
        else await refused(publish(), refusal());
        await snapshot.restore();
      }
    });
  }

  for (const name of ["pharmacist", "researcher", "stranger", "secondPatient"] as const) {
    it(`refuses the ${name}, whatever the subject allows`, async () => {
      await grantAccess(stack, stack[name]);
      await refused(publish(stack[name]), unlicensed(stack[name]));
    });
  }

  it("needs one licence of the two that suffice", async () => {
    await license(hospitalKind, day(0), day(1000));
    await board().suspend(physician, physicianKind);
    await published(publish());
  });

  it("needs a right to contribute, not to read", async () => {
    await allow(false, true);
    await published(publish());
  });

  it("knows no chart of the zero address", () =>
    refused(stack.records.connect(physician).publish(nobody, 0, [capsule]), ["RecordSubjectZero", []]));
});
