import { expect } from "chai";
import { networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import { eventsOf, fieldsOf } from "../support/plainValues.ts";
import { type Stack, deployStack, first24, hash, none } from "../support/stack.ts";

describe("AuditLog", () => {
  let stack: Stack;
  const log = () => stack.audit.connect(stack.gateway);
  const headOf = ({ address }: { address: string }) => fieldsOf(stack.audit.heads(address));

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployStack);
  });

  it("keeps the newest head of a gateway and announces every one", async () => {
    const { gateway } = stack;
    expect(await eventsOf(log().anchor(hash("head 1"), 1))).to.deep.equal([
      ["Anchored", gateway.address, hash("head 1"), 1],
    ]);
    expect(await eventsOf(log().anchor(hash("head 2"), 200))).to.deep.equal([
      ["Anchored", gateway.address, hash("head 2"), 200],
    ]);
    expect(await headOf(gateway)).to.deep.equal({ count: 200, hash: first24(hash("head 2")) });
  });

  it("keeps the logs of two gateways apart", async () => {
    await log().anchor(hash("head"), 100);
    await stack.audit.connect(stack.stranger).anchor(hash("other head"), 1);
    expect(await headOf(stack.gateway)).to.deep.equal({ count: 100, hash: first24(hash("head")) });
    expect(await headOf(stack.stranger)).to.deep.equal({ count: 1, hash: first24(hash("other head")) });
  });

  it("refuses a log that does not grow", async () => {
    await expectRefusal(log().anchor(hash("head"), 0), stack.audit, "AuditCountNotGrowing", [0, 0]);
    await log().anchor(hash("head"), 100);
    for (const count of [0, 99, 100]) {
      await expectRefusal(log().anchor(hash("next"), count), stack.audit, "AuditCountNotGrowing", [100, count]);
    }
  });

  it("can be filled up to the greatest count, and then no further", async () => {
    const greatest = 2n ** 64n - 1n;
    await log().anchor(hash("head"), greatest);
    await expectRefusal(log().anchor(hash("next"), greatest), stack.audit, "AuditCountNotGrowing", [
      greatest,
      greatest,
    ]);
  });

  it("refuses a head of zero", async () => {
    await expectRefusal(log().anchor(none, 1), stack.audit, "AuditHeadZero");
  });
});
