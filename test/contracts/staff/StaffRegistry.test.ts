import { expect } from "chai";
import { at, day, mineAt, networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import type { Person } from "../support/people.ts";
import { eventsOf, fieldsOf } from "../support/plainValues.ts";
import { type MessageName, type Values, bring, relay, signMessage } from "../support/signedMessages.ts";
import { slotWritesOf } from "../support/slotWritesOf.ts";
import { type Stack, deployStack, nobody } from "../support/stack.ts";

describe("StaffRegistry", () => {
  let stack: Stack;
  let hospital: Person;
  let nurse: Person;
  const staff = () => stack.staff.connect(hospital);
  const appointment = (by = hospital) => fieldsOf(stack.staff.appointments(by, nurse));
  const isStaff = (by = hospital) => stack.staff.isStaff(by, nurse);
  const refused = (call: Promise<unknown>, error: string, args: unknown[] = []) =>
    expectRefusal(call, stack.staff, error, args);

  const appoint = (changed: Partial<Values> = {}): Values => ({
    hospital: hospital.address,
    staff: nurse.address,
    validUntil: day(30),
    appointNonce: 0,
    deadline: day(20),
    ...changed,
  });
  const withdraw = (withdrawNonce = 0): Values => ({
    hospital: hospital.address,
    staff: nurse.address,
    withdrawNonce,
    deadline: day(20),
  });
  const signed = (name: MessageName, values: Values) => signMessage(stack, hospital, name, values);
  const brought = (name: MessageName, values: Values) => relay(stack, hospital, name, values);
  const appointed = (validUntil = day(30)) => ["StaffAppointed", hospital.address, nurse.address, validUntil];
  const withdrawn = () => ["StaffWithdrawn", hospital.address, nurse.address];

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployStack);
    ({ hospital, nurse } = stack);
  });

  it("knows nobody before the first appointment", async () => {
    expect(await isStaff()).to.equal(false);
    expect(await appointment()).to.deep.equal({ validUntil: 0, appointNonce: 0, withdrawNonce: 0 });
  });

  describe("appointing", () => {
    it("lets a key work for the one who appointed it, and for nobody else", async () => {
      expect(await eventsOf(staff().appoint(nurse, day(30)))).to.deep.equal([appointed()]);
      expect(await appointment()).to.deep.equal({ validUntil: day(30), appointNonce: 1, withdrawNonce: 0 });
      expect(await isStaff()).to.equal(true);
      expect(await isStaff(stack.stranger)).to.equal(false);
      expect(await stack.staff.isStaff(nurse, hospital)).to.equal(false);
    });

    it("counts until the second in which it ends, and no longer", async () => {
      await staff().appoint(nurse, day(30));
      await mineAt(day(30) - 1);
      expect(await isStaff()).to.equal(true);
      await mineAt(day(30));
      expect(await isStaff()).to.equal(false);
    });

    it("anew takes the place of what was, earlier or later", async () => {
      for (const [count, until] of [day(30), day(10), day(40)].entries()) {
        await staff().appoint(nurse, until);
        expect(await appointment()).to.deep.equal({ validUntil: until, appointNonce: count + 1, withdrawNonce: 0 });
      }
    });

    it("refuses an end that is past or now, and takes the next second", async () => {
      for (const until of [0, day(3) - 1, day(3)]) {
        await at(day(3));
        const snapshot = await networkHelpers.takeSnapshot();
        await refused(staff().appoint(nurse, until), "StaffEndPassed", [until]);
        await snapshot.restore();
      }
      await at(day(3));
      expect(await eventsOf(staff().appoint(nurse, day(3) + 1))).to.deep.equal([appointed(day(3) + 1)]);
    });

    it("refuses the hospital's own key and the zero address", async () => {
      await refused(staff().appoint(hospital, day(30)), "StaffIsHospital", [hospital.address]);
      await refused(staff().appoint(nobody, day(30)), "StaffZero");
      const oneself = brought("Appoint", appoint({ staff: hospital.address }));
      await refused(oneself, "StaffIsHospital", [hospital.address]);
      await refused(brought("Appoint", appoint({ staff: nobody })), "StaffZero");
    });

    it("by signature is held to the same end", async () => {
      await at(day(15));
      await refused(brought("Appoint", appoint({ validUntil: day(15) })), "StaffEndPassed", [day(15)]);
    });

    it("by signature appoints for the one who signed, not for the one who brings it", async () => {
      expect(await eventsOf(brought("Appoint", appoint()))).to.deep.equal([appointed()]);
      expect(await isStaff()).to.equal(true);
      expect(await isStaff(stack.relay)).to.equal(false);
    });

    it("by signature cannot be brought ahead of its turn", async () => {
      await refused(brought("Appoint", appoint({ appointNonce: 1 })), "StaffNonceStale", [0, 1]);
    });

    const overtakings: [what: string, overtake: () => Promise<unknown>][] = [
      ["it was used", () => brought("Appoint", appoint())],
      ["another appointment was made", () => staff().appoint(nurse, day(9))],
      ["the key was withdrawn", () => staff().withdraw(nurse)],
      ["the key was withdrawn by signature", () => brought("Withdraw", withdraw())],
    ];
    for (const [what, overtake] of overtakings) {
      it(`by signature is worthless once ${what}`, async () => {
        const signature = signed("Appoint", appoint());
        await overtake();
        const before = await isStaff();
        await refused(bring(stack, "Appoint", appoint(), signature), "StaffNonceStale", [1, 0]);
        expect(await isStaff()).to.equal(before);
      });
    }
  });

  describe("withdrawing", () => {
    it("ends the appointment at once and keeps count", async () => {
      await staff().appoint(nurse, day(30));
      expect(await eventsOf(staff().withdraw(nurse))).to.deep.equal([withdrawn()]);
      expect(await appointment()).to.deep.equal({ validUntil: 0, appointNonce: 2, withdrawNonce: 1 });
      expect(await isStaff()).to.equal(false);
    });

    it("leaves the key's other appointments, and the hospital's other keys", async () => {
      await staff().appoint(nurse, day(30));
      await staff().appoint(stack.stranger, day(30));
      await stack.staff.connect(stack.physician).appoint(nurse, day(30));
      await staff().withdraw(nurse);
      expect(await isStaff(stack.physician)).to.equal(true);
      expect(await stack.staff.isStaff(hospital, stack.stranger)).to.equal(true);
    });

    it("works on somebody never appointed, already withdrawn, lapsed, oneself and nobody", async () => {
      expect(await eventsOf(staff().withdraw(nurse))).to.deep.equal([withdrawn()]);
      expect(await eventsOf(staff().withdraw(nurse))).to.deep.equal([withdrawn()]);
      await staff().appoint(nurse, day(1));
      await at(day(2));
      expect(await eventsOf(staff().withdraw(nurse))).to.deep.equal([withdrawn()]);
      expect(await appointment()).to.deep.equal({ validUntil: 0, appointNonce: 4, withdrawNonce: 3 });
      for (const other of [hospital.address, nobody]) {
        expect(await eventsOf(staff().withdraw(other))).to.deep.equal([["StaffWithdrawn", hospital.address, other]]);
      }
    });

    it("can be followed by a new appointment", async () => {
      await staff().appoint(nurse, day(30));
      await staff().withdraw(nurse);
      await brought("Appoint", appoint({ appointNonce: 2 }));
      expect(await appointment()).to.deep.equal({ validUntil: day(30), appointNonce: 3, withdrawNonce: 1 });
      expect(await isStaff()).to.equal(true);
    });

    it("by signature succeeds although the key brought an unused appointment first", async () => {
      await staff().appoint(nurse, day(10));
      const kept = appoint({ appointNonce: 1 });
      const keptSignature = signed("Appoint", kept);
      const withdrawal = signed("Withdraw", withdraw());
      await bring(stack, "Appoint", kept, keptSignature, nurse);
      expect(await eventsOf(bring(stack, "Withdraw", withdraw(), withdrawal))).to.deep.equal([withdrawn()]);
      expect(await isStaff()).to.equal(false);
      await refused(bring(stack, "Appoint", kept, keptSignature, nurse), "StaffNonceStale", [3, 1]);
    });

    it("by signature is used up by a withdrawal of the same key, however it was made", async () => {
      const signature = signed("Withdraw", withdraw());
      await bring(stack, "Withdraw", withdraw(), signature);
      await refused(bring(stack, "Withdraw", withdraw(), signature), "StaffNonceStale", [1, 0]);
      await staff().withdraw(nurse);
      await refused(brought("Withdraw", withdraw(1)), "StaffNonceStale", [2, 1]);
      await refused(brought("Withdraw", withdraw(3)), "StaffNonceStale", [2, 3]);
    });

    it("still works when both nonces have been used up", async () => {
      const { contract, slot } = (await slotWritesOf(staff().appoint(nurse, day(30))))[0]!;
      const greatest = 2n ** 32n - 1n;
      const full = BigInt(day(30)) | (greatest << 40n) | (greatest << 72n);
      await networkHelpers.setStorageAt(contract, BigInt(slot), full);
      expect(await appointment()).to.include({ appointNonce: Number(greatest), withdrawNonce: Number(greatest) });
      await staff().withdraw(nurse);
      expect(await appointment()).to.deep.equal({ validUntil: 0, appointNonce: 0, withdrawNonce: 0 });

      await networkHelpers.setStorageAt(contract, BigInt(slot), full);
      await staff().appoint(nurse, day(40));
      const left = { validUntil: day(40), appointNonce: 0, withdrawNonce: Number(greatest) };
      expect(await appointment()).to.deep.equal(left);
    });
  });
});
