import { expect } from "chai";
import { at, day, ethers, mineAt, networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import type { Person } from "../support/people.ts";
import { eventsOf, fieldsOf } from "../support/plainValues.ts";
import { contribute, deployStack, first24, hash, keyset, nobody, none, read } from "../support/stack.ts";
import type { Stack } from "../support/stack.ts";

const during = (validFrom: number, validUntil: number) => ({ validFrom, validUntil });

describe("ConsentRegistry", () => {
  let stack: Stack;
  let patient: Person;
  let physician: Person;
  const consents = () => stack.consents.connect(patient);
  const chart = () => fieldsOf(stack.consents.charts(patient));
  const grantOf = (grantee: Person) => fieldsOf(stack.consents.grants(patient, grantee));
  const access = async (grantee: Person) => (await stack.consents.accessOf(patient, grantee)).toArray().map(Number);
  const isActive = (permission: number) => stack.consents.isActive(patient, physician, permission);

  type Grant = { may?: number; from?: number; until?: number; nextKeyset?: string };
  const grant = (grantee: { address: string }, { may = 3, from = 0, until = day(10), nextKeyset = none }: Grant = {}) =>
    consents().grant(grantee.address, (may & read) > 0, (may & contribute) > 0, from, until, hash("terms"), nextKeyset);
  const granted = (permissions: number, from: number, until: number) => [
    "Granted",
    patient.address,
    physician.address,
    permissions,
    from,
    until,
    hash("terms"),
  ];
  const revoked = () => ["Revoked", patient.address, physician.address];
  const allRevoked = (generation: number) => ["AllRevoked", patient.address, generation];
  const rotated = (epoch: number) => ["Rotated", patient.address, epoch, keyset(epoch)];
  const refused = (call: Promise<unknown>, error: string, args: unknown[] = []) =>
    expectRefusal(call, stack.consents, error, args);

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployStack);
    ({ patient, physician } = stack);
  });

  describe("without a chart", () => {
    it("opens one, in generation 1 and epoch 0, with the keyset whole in the event", async () => {
      expect(await eventsOf(consents().openChart(keyset(0)))).to.deep.equal([
        ["ChartOpened", patient.address, keyset(0)],
      ]);
      expect(await chart()).to.deep.equal({ generation: 1, epoch: 0, keyset: first24(keyset(0)) });
    });

    it("opens none without a keyset", () => refused(consents().openChart(none), "ConsentKeysetZero"));

    it("refuses what needs one", async () => {
      await refused(grant(physician), "ConsentChartNotOpen", [patient.address]);
      await refused(consents().revokeAll(none), "ConsentChartNotOpen", [patient.address]);
      await refused(consents().revokeAll(keyset(1)), "ConsentChartNotOpen", [patient.address]);
      await refused(consents().rotate(0, keyset(1)), "ConsentChartNotOpen", [patient.address]);
    });

    it("still revokes, but rotates nothing", async () => {
      expect(await eventsOf(consents().revoke(physician, keyset(1)))).to.deep.equal([revoked()]);
      expect(await grantOf(physician)).to.include({ grantNonce: 1, revokeNonce: 1, permissions: 0 });
      expect(await chart()).to.deep.equal({ generation: 0, epoch: 0, keyset: first24(none) });
    });

    it("gives nobody access, not even when the window and generation of an empty grant are zero like the chart's", async () => {
      await consents().revoke(physician, none);
      for (const grantee of [physician, stack.stranger]) expect(await access(grantee)).to.deep.equal([0, 0]);
    });
  });

  describe("with an open chart", () => {
    beforeEach(async () => {
      await consents().openChart(keyset(0));
    });

    it("cannot be opened twice, not even after everything was revoked", async () => {
      await refused(consents().openChart(keyset(1)), "ConsentChartAlreadyOpen", [patient.address]);
      await consents().revokeAll(none);
      await refused(consents().openChart(keyset(1)), "ConsentChartAlreadyOpen", [patient.address]);
    });

    for (const [permissions, words] of [
      [read, "to read"],
      [contribute, "to contribute"],
      [3, "both"],
    ] as const) {
      it(`grants ${words}, and permits exactly that`, async () => {
        const events = await eventsOf(grant(physician, { may: permissions, from: day(1), until: day(2) }));
        expect(events).to.deep.equal([granted(permissions, day(1), day(2))]);
        expect(await grantOf(physician)).to.deep.equal({
          ...during(day(1), day(2)),
          generation: 1,
          grantNonce: 1,
          revokeNonce: 0,
          permissions,
        });
        await mineAt(day(1));
        expect(await access(physician)).to.deep.equal([permissions, 0]);
        for (const permission of [0, 1, 2, 3]) {
          const permitted = permission !== 0 && (permissions & permission) === permission;
          expect(await isActive(permission), `permission ${permission}`).to.equal(permitted);
        }
      });
    }

    it("counts from the first second of the window to the last, and no longer", async () => {
      await grant(physician, { from: day(1), until: day(2) });
      for (const [second, counts] of [
        [day(1) - 1, false],
        [day(1), true],
        [day(2) - 1, true],
        [day(2), false],
      ] as const) {
        await mineAt(second);
        expect(await isActive(read), `second ${second}`).to.equal(counts);
        expect(await access(physician)).to.deep.equal([counts ? 3 : 0, 0]);
      }
    });

    it("keeps the grants of two grantees and of two subjects apart", async () => {
      await grant(physician);
      expect(await access(stack.hospital)).to.deep.equal([0, 0]);
      expect(await stack.consents.isActive(stack.secondPatient, physician, read)).to.equal(false);
      expect(await stack.consents.isActive(physician, patient, read)).to.equal(false);
    });

    it("knows no permission beyond read and contribute", async () => {
      for (const permission of [4, 7, 255]) {
        const question = stack.consents.isActive(patient, physician, permission);
        await expect(question)
          .to.be.revertedWithCustomError(stack.consents, "ConsentPermissionUnknown")
          .withArgs(permission);
      }
    });

    it("takes a past beginning for now, and leaves now and the future as they are", async () => {
      const cases = [
        [day(1), 0, day(1)],
        [day(2), day(2) - 1, day(2)],
        [day(3), day(3), day(3)],
        [day(4), day(4) + 1, day(4) + 1],
      ] as const;
      for (const [now, from, taken] of cases) {
        await at(now);
        expect(await eventsOf(grant(physician, { from }))).to.deep.equal([granted(3, taken, day(10))]);
      }
    });

    it("replaces what a grantee had before", async () => {
      await grant(physician, { may: 3, from: day(1), until: day(9) });
      await at(day(2));
      await grant(physician, { may: read, until: day(3) });
      expect(await grantOf(physician)).to.deep.equal({
        ...during(day(2), day(3)),
        generation: 1,
        grantNonce: 2,
        revokeNonce: 0,
        permissions: read,
      });
    });

    it("refuses windows that are empty, or over before they are written down", async () => {
      await refused(grant(physician, { from: day(2), until: day(2) }), "ConsentWindowEmpty", [day(2), day(2)]);
      await refused(grant(physician, { from: day(3), until: day(2) }), "ConsentWindowEmpty", [day(3), day(2)]);
      await at(day(5));
      await refused(grant(physician, { until: day(5) }), "ConsentWindowEmpty", [day(5), day(5)]);
      await at(day(6));
      expect(await eventsOf(grant(physician, { until: day(6) + 1 }))).to.deep.equal([granted(3, day(6), day(6) + 1)]);
    });

    it("refuses grants of nothing, to nobody, or to oneself", async () => {
      await refused(grant(physician, { may: 0 }), "ConsentPermissionsEmpty");
      await refused(grant({ address: nobody }), "ConsentGranteeZero");
      await refused(grant(patient), "ConsentGranteeIsSubject", [patient.address]);
    });

    it("grants only what comes from now on, with a next keyset", async () => {
      await at(day(1));
      const events = await eventsOf(grant(physician, { nextKeyset: keyset(1) }));
      expect(events).to.deep.equal([granted(3, day(1), day(10)), rotated(1)]);
      expect(await chart()).to.deep.equal({ generation: 1, epoch: 1, keyset: first24(keyset(1)) });
      expect(await access(physician)).to.deep.equal([3, 1]);
    });

    it("refuses a grant whole when its next keyset is the present one", () =>
      refused(grant(physician, { nextKeyset: keyset(0) }), "ConsentKeysetUnchanged", [keyset(0)]));

    describe("revoking one grantee", () => {
      beforeEach(async () => {
        await grant(physician);
        await grant(stack.hospital);
      });

      it("ends that grant alone, and keeps its nonces", async () => {
        expect(await eventsOf(consents().revoke(physician, none))).to.deep.equal([revoked()]);
        expect(await grantOf(physician)).to.deep.equal({
          ...during(0, 0),
          generation: 0,
          grantNonce: 2,
          revokeNonce: 1,
          permissions: 0,
        });
        expect(await access(physician)).to.deep.equal([0, 0]);
        expect(await access(stack.hospital)).to.deep.equal([3, 0]);
        expect(await chart()).to.include({ generation: 1, epoch: 0 });
      });

      it("starts the next epoch, if given its keyset", async () => {
        expect(await eventsOf(consents().revoke(physician, keyset(1)))).to.deep.equal([revoked(), rotated(1)]);
        expect(await chart()).to.deep.equal({ generation: 1, epoch: 1, keyset: first24(keyset(1)) });
        expect(await access(stack.hospital)).to.deep.equal([3, 1]);
      });

      it("does not fail for a keyset that is the present one already, but does not rotate", async () => {
        expect(await eventsOf(consents().revoke(physician, keyset(0)))).to.deep.equal([revoked()]);
        expect(await chart()).to.deep.equal({ generation: 1, epoch: 0, keyset: first24(keyset(0)) });
        expect(await isActive(read)).to.equal(false);
      });

      it("can be repeated, and works on somebody never granted", async () => {
        for (const grantee of [physician, physician, stack.stranger]) {
          const events = await eventsOf(consents().revoke(grantee, none));
          expect(events).to.deep.equal([["Revoked", patient.address, grantee.address]]);
        }
        expect(await grantOf(physician)).to.include({ grantNonce: 3, revokeNonce: 2 });
        expect(await grantOf(stack.stranger)).to.include({ grantNonce: 1, revokeNonce: 1 });
      });

      it("lets the grantee be granted again", async () => {
        await consents().revoke(physician, none);
        await grant(physician);
        expect(await grantOf(physician)).to.include({ generation: 1, grantNonce: 3, revokeNonce: 1 });
        expect(await isActive(3)).to.equal(true);
      });

      it("refuses to revoke the zero address", () => refused(consents().revoke(nobody, none), "ConsentGranteeZero"));

      it("changes nothing in the chart of another who names the same grantee", async () => {
        await stack.consents.connect(stack.stranger).revoke(physician, keyset(1));
        expect(await isActive(3)).to.equal(true);
        expect(await chart()).to.include({ epoch: 0 });
      });
    });

    describe("revoking all", () => {
      beforeEach(async () => {
        await grant(physician, { until: day(9) });
        await grant(stack.hospital);
      });

      it("ends every grant by the next generation", async () => {
        expect(await eventsOf(consents().revokeAll(none))).to.deep.equal([allRevoked(2)]);
        expect(await chart()).to.deep.equal({ generation: 2, epoch: 0, keyset: first24(keyset(0)) });
        for (const grantee of [physician, stack.hospital]) expect(await access(grantee)).to.deep.equal([0, 0]);
      });

      it("starts the next epoch, if given its keyset", async () => {
        expect(await eventsOf(consents().revokeAll(keyset(1)))).to.deep.equal([allRevoked(2), rotated(1)]);
        expect(await chart()).to.deep.equal({ generation: 2, epoch: 1, keyset: first24(keyset(1)) });
      });

      it("does not fail for a keyset that is the present one already, but does not rotate", async () => {
        expect(await eventsOf(consents().revokeAll(keyset(0)))).to.deep.equal([allRevoked(2)]);
        expect(await chart()).to.deep.equal({ generation: 2, epoch: 0, keyset: first24(keyset(0)) });
      });

      it("lets grantees be granted again, one by one", async () => {
        await consents().revokeAll(none);
        await grant(physician);
        expect(await grantOf(physician)).to.include({ generation: 2, grantNonce: 2, revokeNonce: 0 });
        expect(await access(physician)).to.deep.equal([3, 0]);
        expect(await access(stack.hospital)).to.deep.equal([0, 0]);
      });
    });

    describe("rotating", () => {
      it("starts the next epoch and leaves grants alone", async () => {
        await grant(physician);
        expect(await eventsOf(consents().rotate(0, keyset(1)))).to.deep.equal([rotated(1)]);
        expect(await eventsOf(consents().rotate(1, keyset(2)))).to.deep.equal([rotated(2)]);
        expect(await chart()).to.deep.equal({ generation: 1, epoch: 2, keyset: first24(keyset(2)) });
        expect(await access(physician)).to.deep.equal([3, 2]);
      });

      it("refuses to leave another epoch than the present one", async () => {
        await consents().rotate(0, keyset(1));
        for (const epoch of [0, 2]) {
          await refused(consents().rotate(epoch, keyset(2)), "ConsentEpochStale", [1, epoch]);
        }
      });

      it("refuses no keyset, and the present one", async () => {
        await refused(consents().rotate(0, none), "ConsentKeysetZero");
        await refused(consents().rotate(0, keyset(0)), "ConsentKeysetUnchanged", [keyset(0)]);
      });

      it("tells keysets apart by their first 24 bytes only", async () => {
        const twin = ethers.concat([first24(keyset(0)), "0x0123456789abcdef"]);
        await refused(consents().rotate(0, twin), "ConsentKeysetUnchanged", [twin]);
      });
    });
  });
});
