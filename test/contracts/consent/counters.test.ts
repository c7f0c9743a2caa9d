import { expect } from "chai";
import { networkHelpers } from "../support/chain.ts";
import { fieldsOf } from "../support/plainValues.ts";
import { slotWritesOf } from "../support/slotWritesOf.ts";
import { type Stack, deployPractice, keyset, none, read } from "../support/stack.ts";

const greatest = 2 ** 32 - 1;

/** Sets 32 bits of the first slot that a call writes. */
async function exhaust(call: Promise<any>, shifts: bigint[]) {
  const { contract, slot } = (await slotWritesOf(call))[0]!;
  const stored = BigInt(await networkHelpers.getStorageAt(contract, BigInt(slot)));
  const full = shifts.reduce((value, shift) => value | (BigInt(greatest) << shift), stored);
  await networkHelpers.setStorageAt(contract, BigInt(slot), full);
}

describe("ConsentRegistry, at the end of its counters", () => {
  let stack: Stack;
  const consents = () => stack.consents.connect(stack.patient);

  const grant = () => fieldsOf(stack.consents.grants(stack.patient, stack.physician));
  const chart = () => fieldsOf(stack.consents.charts(stack.patient));

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployPractice);
  });

  it("still revokes when both nonces have been used up", async () => {
    const { patient, physician } = stack;
    await exhaust(consents().grant(physician, true, true, 0, 2n ** 40n - 1n, none, none), [112n, 144n]);
    expect(await grant()).to.include({ grantNonce: greatest, revokeNonce: greatest, permissions: 3 });
    await consents().revoke(physician, none);
    expect(await grant()).to.include({ grantNonce: 0, revokeNonce: 0, permissions: 0 });
    expect(await stack.consents.isActive(patient, physician, read)).to.equal(false);
  });

  it("still rotates when the epochs have been used up", async () => {
    await exhaust(consents().rotate(0, keyset(1)), [32n]);
    expect(await chart()).to.include({ generation: 1, epoch: greatest });
    await consents().rotate(greatest, keyset(2));
    expect(await chart()).to.include({ generation: 1, epoch: 0 });
  });
});
