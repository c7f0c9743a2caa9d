import { expect } from "chai";
import { day, mineAt, networkHelpers } from "../support/chain.ts";
import { deployStack, hash, hospitalKind, jurisdictions, pharmacistKind, physicianKind } from "../support/stack.ts";
import { researcherKind } from "../support/stack.ts";
import type { Stack } from "../support/stack.ts";

const setOf = (...kinds: number[]) => kinds.reduce((set, kind) => set | (1 << kind), 0);

describe("LicenceRegistry, asked who is licensed", () => {
  let stack: Stack;
  const issue = (kind: number, from = day(0), until = day(10)) =>
    stack.licences
      .connect(stack.board)
      .issue(stack.physician, kind, jurisdictions.massachusetts, from, until, hash(`number ${kind}`));
  const isLicensed = (kind: number) => stack.licences.isLicensed(stack.physician, kind);
  const asAny = (kinds: number) => stack.licences.isLicensedAsAny(stack.physician, kinds);

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployStack);
  });

  for (const kind of [physicianKind, pharmacistKind, hospitalKind, researcherKind]) {
    it(`counts kind ${kind} from the first second of its window to the last, and no longer`, async () => {
      await issue(kind, day(1), day(2));
      for (const [second, counts] of [
        [day(1) - 1, false],
        [day(1), true],
        [day(2) - 1, true],
        [day(2), false],
      ] as const) {
        await mineAt(second);
        expect(await isLicensed(kind), `second ${second}`).to.equal(counts);
        expect(await asAny(setOf(0, 1, 2, 3)), `second ${second}`).to.equal(counts);
      }
    });

    it(`finds kind ${kind} in exactly the sets that hold it`, async () => {
      await issue(kind);
      for (let kinds = 0; kinds < 16; kinds++) {
        expect(await asAny(kinds), `set ${kinds}`).to.equal((kinds & setOf(kind)) !== 0);
      }
    });
  }

  it("finds one that counts behind one that does not", async () => {
    await issue(physicianKind);
    await issue(hospitalKind);
    await stack.licences.connect(stack.board).suspend(stack.physician, physicianKind);
    expect(await asAny(setOf(physicianKind, hospitalKind))).to.equal(true);
    expect(await asAny(setOf(physicianKind, pharmacistKind))).to.equal(false);
  });

  it("knows no kinds beyond the four", async () => {
    for (const kind of [4, 255]) {
      const refusal = expect(isLicensed(kind)).to.be.revertedWithCustomError(stack.licences, "LicenceKindUnknown");
      await refusal.withArgs(kind);
    }
    for (const kinds of [setOf(4), setOf(0, 7)]) {
      const refusal = expect(asAny(kinds)).to.be.revertedWithCustomError(stack.licences, "LicenceKindsUnknown");
      await refusal.withArgs(kinds);
    }
  });
});
