import { expect } from "chai";
import { at, day, ethers, mineAt, networkHelpers } from "../support/chain.ts";
import { deploy } from "../support/deployed.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import type { Person } from "../support/people.ts";
import { eventsOf, fieldsOf } from "../support/plainValues.ts";
import { deployStack, hash, hospitalKind, jurisdictions, nobody, none } from "../support/stack.ts";
import { pharmacistKind, physicianKind, researcherKind, roleOfBoard } from "../support/stack.ts";
import type { Stack } from "../support/stack.ts";

const { massachusetts, bavaria } = jurisdictions;
const number = hash("licence number");
const licenceStatus = { none: 0, active: 1, suspended: 2, revoked: 3 };
type StatusName = keyof typeof licenceStatus;

const taken = (carrier: Person, kind: number = physicianKind): [string, unknown[]] => [
  "LicenceNumberTaken",
  [number, carrier.address, kind],
];

describe("LicenceRegistry", () => {
  let stack: Stack;
  let holder: Person;

  type Issue = {
    to?: { address: string };
    kind?: number;
    jurisdiction?: string;
    from?: number;
    until?: number;
    number?: string;
    by?: Person;
  };
  const issue = (given: Issue = {}) =>
    stack.licences
      .connect(given.by ?? stack.board)
      .issue(
        (given.to ?? holder).address,
        given.kind ?? physicianKind,
        given.jurisdiction ?? massachusetts,
        given.from ?? day(0),
        given.until ?? day(10),
        given.number ?? number,
      );
  const renew = (until = day(20), by = stack.board) => stack.licences.connect(by).renew(holder, physicianKind, until);
  const suspend = (by = stack.board) => stack.licences.connect(by).suspend(holder, physicianKind);
  const reinstate = (by = stack.board) => stack.licences.connect(by).reinstate(holder, physicianKind);
  const revoke = (by = stack.board) => stack.licences.connect(by).revoke(holder, physicianKind);

  const licenceOf = (person = holder, kind: number = physicianKind) => fieldsOf(stack.licences.licences(person, kind));
  const isLicensed = (kind: number = physicianKind) => stack.licences.isLicensed(holder, kind);
  const refused = (call: Promise<unknown>, error: string, args: unknown[] = []) =>
    expectRefusal(call, stack.licences, error, args);

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployStack);
    holder = stack.physician;
  });

  it("cannot be deployed without a manager to ask", async () => {
    for (const manager of [nobody, stack.stranger.address]) {
      await expect(deploy("LicenceRegistry", manager))
        .to.be.revertedWithCustomError(stack.licences, "LicenceManagerInvalid")
        .withArgs(manager);
    }
    expect(await stack.licences.manager()).to.equal(stack.manager.target);
  });

  it("gives every board a role of its own, told by its jurisdiction", async () => {
    expect(await stack.licences.boardRole(massachusetts)).to.equal(0xb0a2_5553_2d4d_4100n);
    expect(await stack.licences.boardRole(bavaria)).to.equal(roleOfBoard(bavaria));
  });

  describe("issuing", () => {
    it("writes the licence down and announces it, with the number whole in the event", async () => {
      const events = await eventsOf(issue({ from: day(1), until: day(2) }));
      expect(events).to.deep.equal([
        ["LicenceIssued", holder.address, physicianKind, massachusetts, day(1), day(2), number],
      ]);
      expect(await licenceOf()).to.deep.equal({
        status: licenceStatus.active,
        validFrom: day(1),
        validUntil: day(2),
        jurisdiction: massachusetts,
        number: ethers.dataSlice(number, 0, 15),
      });
    });

    it("refuses what is no licence", async () => {
      await refused(issue({ jurisdiction: "0x000000000000" }), "LicenceJurisdictionZero");
      await refused(issue({ to: { address: nobody } }), "LicenceHolderZero");
      await refused(issue({ kind: 4 }), "LicenceKindUnknown", [4]);
      await refused(issue({ kind: 255 }), "LicenceKindUnknown", [255]);
      await refused(issue({ number: none }), "LicenceNumberZero");
    });

    it("refuses windows that are empty, or over already", async () => {
      await refused(issue({ from: day(5), until: day(5) }), "LicenceWindowInvalid", [day(5), day(5)]);
      await refused(issue({ from: day(6), until: day(5) }), "LicenceWindowInvalid", [day(6), day(5)]);
      await at(day(7));
      await refused(issue({ from: day(1), until: day(7) }), "LicenceWindowInvalid", [day(1), day(7)]);
      await at(day(8));
      await issue({ from: day(1), until: day(8) + 1 });
      expect(await isLicensed()).to.equal(true);
    });

    it("keeps the kinds of one holder apart", async () => {
      await issue();
      await issue({ kind: researcherKind, number: hash("other number"), until: day(3) });
      await suspend();
      expect(await isLicensed(physicianKind)).to.equal(false);
      expect(await isLicensed(researcherKind)).to.equal(true);
      expect(await isLicensed(hospitalKind)).to.equal(false);
    });

    it("moves a holder to another jurisdiction only once the licence there is revoked", async () => {
      await issue();
      const abroad = () => issue({ jurisdiction: bavaria, by: stack.otherBoard });
      await refused(abroad(), "LicenceStatusForbids", [holder.address, physicianKind, licenceStatus.active]);
      await revoke();
      await abroad();
      expect(await licenceOf()).to.include({ status: licenceStatus.active, jurisdiction: bavaria });
      await refused(suspend(), "LicenceBoardUnauthorized", [stack.board.address, bavaria]);
    });
  });

  describe("a number", () => {
    it("sits on one licence at a time, active, suspended or lapsed", async () => {
      await issue();
      await refused(issue({ to: stack.stranger }), ...taken(holder));
      await refused(issue({ kind: pharmacistKind }), ...taken(holder));
      await suspend();
      await refused(issue({ to: stack.stranger }), ...taken(holder));
      await mineAt(day(10));
      await refused(issue({ to: stack.stranger, until: day(20) }), ...taken(holder));
    });

    it("is free once its licence is revoked, and then sits on the next", async () => {
      await issue();
      await revoke();
      await issue({ to: stack.stranger, kind: hospitalKind });
      await refused(issue(), ...taken(stack.stranger, hospitalKind));
    });

    it("can be given to the same holder again", async () => {
      await issue();
      await revoke();
      await issue();
      await refused(issue({ to: stack.stranger }), ...taken(holder));
    });

    it("is free when its former holder carries another by now", async () => {
      await issue();
      await revoke();
      await issue({ number: hash("new number") });
      await issue({ to: stack.stranger });
      await refused(issue({ to: stack.hospital }), ...taken(stack.stranger));
    });

    it("is free when its former holder carries it under another board by now", async () => {
      await issue();
      await revoke();
      await issue({ jurisdiction: bavaria, by: stack.otherBoard });
      await issue({ to: stack.stranger });
      expect(await licenceOf(stack.stranger)).to.include({ status: licenceStatus.active });
    });

    it("means another licence under another board", async () => {
      await issue();
      await issue({ to: stack.stranger, jurisdiction: bavaria, by: stack.otherBoard });
      expect(await licenceOf(holder)).to.include({ status: licenceStatus.active, jurisdiction: massachusetts });
      expect(await licenceOf(stack.stranger)).to.include({ status: licenceStatus.active, jurisdiction: bavaria });
    });
  });

  describe("renewing", () => {
    beforeEach(() => issue());

    it("moves the end to later, and nothing else", async () => {
      const before = await licenceOf();
      expect(await eventsOf(renew())).to.deep.equal([["LicenceRenewed", holder.address, physicianKind, day(20)]]);
      expect(await licenceOf()).to.deep.equal({ ...before, validUntil: day(20) });
    });

    it("refuses an end that is not later", async () => {
      for (const until of [0, day(9), day(10)]) {
        await refused(renew(until), "LicenceWindowInvalid", [day(0), until]);
      }
    });

    it("revives a lapsed licence, but not into the past", async () => {
      await at(day(15));
      await refused(renew(day(15)), "LicenceWindowInvalid", [day(0), day(15)]);
      await at(day(16));
      await renew(day(16) + 1);
      expect(await isLicensed()).to.equal(true);
    });
  });

  describe("where a licence stands", () => {
    const preparations: Record<StatusName, () => Promise<unknown>> = {
      none: async () => undefined,
      active: () => issue(),
      suspended: () => issue().then(() => suspend()),
      revoked: () => issue().then(() => revoke()),
    };
    const changes: Record<
      string,
      { call: () => Promise<any>; event?: string; leads: Partial<Record<StatusName, StatusName>> }
    > = {
      issue: { call: issue, leads: { none: "active", revoked: "active" } },
      renew: { call: renew, leads: { active: "active" } },
      suspend: { call: suspend, event: "LicenceSuspended", leads: { active: "suspended" } },
      reinstate: { call: reinstate, event: "LicenceReinstated", leads: { suspended: "active" } },
      revoke: { call: revoke, event: "LicenceRevoked", leads: { active: "revoked", suspended: "revoked" } },
    };

    for (const from of Object.keys(preparations) as StatusName[]) {
      for (const [name, { call, event, leads }] of Object.entries(changes)) {
        const to = leads[from];

        it(`${from}: ${name} ${to === undefined ? "is refused" : `leads to ${to}`}`, async () => {
          await preparations[from]();
          if (to === undefined) {
            const args = [holder.address, physicianKind, licenceStatus[from]];
            return refused(call(), "LicenceStatusForbids", args);
          }
          const before = await licenceOf();
          const events = await eventsOf(call());
          if (event !== undefined) {
            expect(events).to.deep.equal([[event, holder.address, physicianKind]]);
            expect(await licenceOf()).to.deep.equal({ ...before, status: licenceStatus[to] });
          }
          expect(await licenceOf()).to.include({ status: licenceStatus[to] });
          expect(await isLicensed()).to.equal(to === "active");
        });
      }
    }

    it("is asked for kinds that exist only", async () => {
      const { licences, board } = stack;
      for (const call of ["suspend", "reinstate", "revoke"] as const) {
        await refused(licences.connect(board)[call](holder, 4), "LicenceKindUnknown", [4]);
      }
      await refused(licences.connect(board).renew(holder, 4, day(20)), "LicenceKindUnknown", [4]);
    });
  });
});
