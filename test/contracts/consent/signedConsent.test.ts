import { expect } from "chai";
import { at, day, networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import type { Person } from "../support/people.ts";
import { eventsOf, fieldsOf } from "../support/plainValues.ts";
import { type MessageName, type Values, bring, relay, signMessage } from "../support/signedMessages.ts";
import { deployStack, first24, hash, keyset, nobody, none, read } from "../support/stack.ts";
import type { Stack } from "../support/stack.ts";

describe("ConsentRegistry, by signature", () => {
  let stack: Stack;
  let patient: Person;
  let physician: Person;
  const consents = () => stack.consents.connect(patient);
  const chart = () => fieldsOf(stack.consents.charts(patient));
  const isActive = (grantee = physician) => stack.consents.isActive(patient, grantee, read);
  const direct = (nextKeyset = none) => consents().grant(physician, true, true, 0, day(10), hash("terms"), nextKeyset);
  const refused = (call: Promise<unknown>, error: string, args: unknown[] = []) =>
    expectRefusal(call, stack.consents, error, args);

  const common = () => ({
    subject: patient.address,
    grantee: physician.address,
    nextKeyset: none,
    epoch: 0,
    deadline: day(20),
  });
  const counters = { grantNonce: 0, revokeNonce: 0, generation: 1 };
  const revoke = (changed: Partial<Values> = {}): Values => ({ ...common(), ...counters, ...changed });
  const revokeAll = revoke;
  const grant = (changed: Partial<Values> = {}) =>
    revoke({ read: true, contribute: false, validFrom: 0, validUntil: day(10), terms: hash("terms"), ...changed });
  const rotate = (epoch: number, nextKeyset = keyset(epoch + 1)): Values => ({ ...common(), epoch, nextKeyset });

  const signed = (name: MessageName, values: Values) => signMessage(stack, patient, name, values);
  const brought = (name: MessageName, values: Values) => relay(stack, patient, name, values);
  const granted = (from: number) => ["Granted", patient.address, physician.address, 1, from, day(10), hash("terms")];
  const revoked = () => ["Revoked", patient.address, physician.address];
  const rotated = (epoch: number) => ["Rotated", patient.address, epoch, keyset(epoch)];
  const allRevoked = (generation: number) => ["AllRevoked", patient.address, generation];

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployStack);
    ({ patient, physician } = stack);
  });

  it("refuses what needs a chart, and revokes without one", async () => {
    await refused(brought("Grant", grant({ generation: 0 })), "ConsentChartNotOpen", [patient.address]);
    await refused(brought("RevokeAll", revokeAll({ generation: 0 })), "ConsentChartNotOpen", [patient.address]);
    await refused(brought("Rotate", rotate(0)), "ConsentChartNotOpen", [patient.address]);
    const events = await eventsOf(brought("Revoke", revoke({ nextKeyset: keyset(1) })));
    expect(events).to.deep.equal([revoked()]);
    expect(await chart()).to.deep.equal({ generation: 0, epoch: 0, keyset: first24(none) });
  });

  it("opens a chart for its subject, not for the one who brings the signature", async () => {
    const values = { subject: patient.address, keyset: keyset(0), deadline: day(20) };
    await refused(brought("OpenChart", { ...values, keyset: none }), "ConsentKeysetZero");
    expect(await eventsOf(brought("OpenChart", values))).to.deep.equal([["ChartOpened", patient.address, keyset(0)]]);
    expect(await chart()).to.deep.equal({ generation: 1, epoch: 0, keyset: first24(keyset(0)) });
    expect(await fieldsOf(stack.consents.charts(stack.relay))).to.include({ generation: 0 });
    await refused(brought("OpenChart", values), "ConsentChartAlreadyOpen", [patient.address]);
  });

  describe("of an open chart", () => {
    beforeEach(async () => {
      await consents().openChart(keyset(0));
    });

    describe("Grant", () => {
      it("gives exactly what was signed, from when it is brought", async () => {
        await at(day(1));
        expect(await eventsOf(brought("Grant", grant()))).to.deep.equal([granted(day(1))]);
        const { validFrom, validUntil, ...rest } = await fieldsOf(stack.consents.grants(patient, physician));
        expect([validFrom, validUntil]).to.deep.equal([day(1), day(10)]);
        expect(rest).to.deep.equal({ generation: 1, grantNonce: 1, revokeNonce: 0, permissions: read });
      });

      it("is held to the same rules", async () => {
        await refused(brought("Grant", grant({ read: false })), "ConsentPermissionsEmpty");
        await refused(brought("Grant", grant({ grantee: nobody })), "ConsentGranteeZero");
        await refused(brought("Grant", grant({ grantee: patient.address })), "ConsentGranteeIsSubject", [
          patient.address,
        ]);
        await at(day(10));
        await refused(brought("Grant", grant()), "ConsentWindowEmpty", [day(10), day(10)]);
      });

      it("starts the next epoch in the epoch that was signed", async () => {
        await at(day(1));
        const events = await eventsOf(brought("Grant", grant({ nextKeyset: keyset(1) })));
        expect(events).to.deep.equal([granted(day(1)), rotated(1)]);
      });

      it("with a next keyset is refused in any other epoch, and in part", async () => {
        await consents().rotate(0, keyset(1));
        for (const epoch of [0, 2]) {
          const call = brought("Grant", grant({ nextKeyset: keyset(2), epoch }));
          await refused(call, "ConsentEpochStale", [1, epoch]);
        }
        const unchanged = brought("Grant", grant({ nextKeyset: keyset(1), epoch: 1 }));
        await refused(unchanged, "ConsentKeysetUnchanged", [keyset(1)]);
      });

      it("without a next keyset holds in any epoch", async () => {
        await consents().rotate(0, keyset(1));
        await brought("Grant", grant({ epoch: 0 }));
        expect(await isActive()).to.equal(true);
      });

      it("cannot be brought ahead of its turn", async () => {
        await refused(brought("Grant", grant({ grantNonce: 1 })), "ConsentNonceStale", [0, 1]);
        await refused(brought("Grant", grant({ generation: 2 })), "ConsentGenerationStale", [1, 2]);
      });

      const overtakings: [string, () => Promise<unknown>, string, number[]][] = [
        ["it was used", () => brought("Grant", grant()), "ConsentNonceStale", [1, 0]],
        ["another was given", () => direct(), "ConsentNonceStale", [1, 0]],
        ["the grantee was revoked", () => consents().revoke(physician, none), "ConsentNonceStale", [1, 0]],
        ["the grantee was revoked by signature", () => brought("Revoke", revoke()), "ConsentNonceStale", [1, 0]],
        ["all were revoked", () => consents().revokeAll(none), "ConsentGenerationStale", [2, 1]],
        ["all were revoked by signature", () => brought("RevokeAll", revokeAll()), "ConsentGenerationStale", [2, 1]],
      ];
      for (const [what, overtake, error, args] of overtakings) {
        it(`is worthless once ${what}`, async () => {
          const signature = signed("Grant", grant());
          await overtake();
          await refused(bring(stack, "Grant", grant(), signature), error, args);
        });
      }
    });

    describe("Revoke", () => {
      it("succeeds although the grantee brought an unused Grant first", async () => {
        await direct();
        const kept = grant({ grantNonce: 1, read: true, contribute: true });
        const keptSignature = signed("Grant", kept);
        const revocation = signed("Revoke", revoke());
        await bring(stack, "Grant", kept, keptSignature, physician);
        expect(await eventsOf(bring(stack, "Revoke", revoke(), revocation))).to.deep.equal([revoked()]);
        expect(await isActive()).to.equal(false);
        await refused(bring(stack, "Grant", kept, keptSignature, physician), "ConsentNonceStale", [3, 1]);
      });

      const meanwhile: [string, () => Promise<unknown>][] = [
        ["a grant", () => direct()],
        ["a signed grant", () => brought("Grant", grant())],
        ["two renewals", () => direct().then(() => direct())],
        ["a rotation", () => consents().rotate(0, keyset(1))],
        [
          "the revocation of all and a new grant",
          () =>
            consents()
              .revokeAll(keyset(1))
              .then(() => direct()),
        ],
        ["the revocation of another", () => consents().revoke(stack.hospital, keyset(1))],
      ];
      for (const [what, happen] of meanwhile) {
        it(`survives ${what}`, async () => {
          const signature = signed("Revoke", revoke());
          await happen();
          expect(await eventsOf(bring(stack, "Revoke", revoke(), signature))).to.deep.equal([revoked()]);
          expect(await isActive()).to.equal(false);
        });
      }

      it("is used up by a revocation of the same grantee, whoever made it", async () => {
        const signature = signed("Revoke", revoke());
        await bring(stack, "Revoke", revoke(), signature);
        await refused(bring(stack, "Revoke", revoke(), signature), "ConsentNonceStale", [1, 0]);
        await consents().revoke(physician, none);
        await refused(brought("Revoke", revoke({ revokeNonce: 1 })), "ConsentNonceStale", [2, 1]);
      });

      it("works on somebody never granted, and ends nobody else's grant", async () => {
        await direct();
        await brought("Revoke", revoke({ grantee: stack.stranger.address }));
        expect(await isActive()).to.equal(true);
        await refused(brought("Revoke", revoke({ grantee: nobody })), "ConsentGranteeZero");
      });
    });

    describe("RevokeAll", () => {
      it("survives grants, revocations and rotations", async () => {
        const signature = signed("RevokeAll", revokeAll());
        await consents().revoke(stack.hospital, none);
        await direct(keyset(1));
        expect(await eventsOf(bring(stack, "RevokeAll", revokeAll(), signature))).to.deep.equal([allRevoked(2)]);
        expect(await isActive()).to.equal(false);
      });

      it("is used up by any revocation of all", async () => {
        const signature = signed("RevokeAll", revokeAll());
        await consents().revokeAll(none);
        await refused(bring(stack, "RevokeAll", revokeAll(), signature), "ConsentGenerationStale", [2, 1]);
        await refused(brought("RevokeAll", revokeAll({ generation: 3 })), "ConsentGenerationStale", [2, 3]);
      });
    });

    describe("a revocation with a next keyset", () => {
      const revocations: [MessageName, (changed: Partial<Values>) => Values, () => unknown[]][] = [
        ["Revoke", revoke, revoked],
        ["RevokeAll", revokeAll, () => allRevoked(2)],
      ];
      for (const [name, values, event] of revocations) {
        it(`starts the next epoch, by ${name}`, async () => {
          const events = await eventsOf(brought(name, values({ nextKeyset: keyset(1) })));
          expect(events).to.deep.equal([event(), rotated(1)]);
        });

        it(`that was signed in another epoch still revokes, but does not rotate, by ${name}`, async () => {
          await direct(keyset(1));
          for (const epoch of [0, 2]) {
            const snapshot = await networkHelpers.takeSnapshot();
            const events = await eventsOf(brought(name, values({ nextKeyset: keyset(2), epoch })));
            expect(events).to.deep.equal([event()]);
            expect(await isActive()).to.equal(false);
            expect(await chart()).to.include({ epoch: 1, keyset: first24(keyset(1)) });
            await snapshot.restore();
          }
        });

        it(`that is the present one still revokes, but does not rotate, by ${name}`, async () => {
          await direct();
          expect(await eventsOf(brought(name, values({ nextKeyset: keyset(0) })))).to.deep.equal([event()]);
          expect(await isActive()).to.equal(false);
          expect(await chart()).to.include({ epoch: 0, keyset: first24(keyset(0)) });
        });
      }
    });

    describe("Rotate", () => {
      it("leaves only the epoch that was signed, once", async () => {
        const signature = signed("Rotate", rotate(0));
        expect(await eventsOf(bring(stack, "Rotate", rotate(0), signature))).to.deep.equal([rotated(1)]);
        await refused(bring(stack, "Rotate", rotate(0), signature), "ConsentEpochStale", [1, 0]);
        await refused(brought("Rotate", rotate(2)), "ConsentEpochStale", [1, 2]);
      });

      it("refuses no keyset, and the present one", async () => {
        await refused(brought("Rotate", rotate(0, none)), "ConsentKeysetZero");
        await refused(brought("Rotate", rotate(0, keyset(0))), "ConsentKeysetUnchanged", [keyset(0)]);
      });
    });
  });
});
