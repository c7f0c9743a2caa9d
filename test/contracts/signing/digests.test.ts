import { expect } from "chai";
import * as fc from "fast-check";
import { digestOf as digestByViem } from "#core/chain/digestOf.ts";
import { typedMessages } from "#core/chain/typedMessages.ts";
import { ethers, networkHelpers } from "../support/chain.ts";
import { messageNames, signatureErrors } from "../support/messageCases.ts";
import { type MessageName, type Values, digestOf, domainOf, signedMessages } from "../support/signedMessages.ts";
import { type Stack, deployStack } from "../support/stack.ts";

const seed = Number(process.env.OWNCHART_SEED ?? 20_300_101);
const numRuns = 60;

const bytes = (minLength: number, maxLength = minLength) =>
  fc.uint8Array({ minLength, maxLength }).map((value) => ethers.hexlify(value));
const address = bytes(20).map((value) => ethers.getAddress(value));
const unsigned = (bits: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n });

/** The deadline comes before the signature, so it must not have passed. */
const deadline = fc.bigInt({ min: 2n ** 32n, max: 2n ** 256n - 1n });

const arbitraryOf: Record<string, fc.Arbitrary<unknown>> = {
  address,
  bool: fc.boolean(),
  bytes: bytes(0, 1300),
  bytes32: bytes(32),
  "bytes32[]": fc.array(bytes(32), { maxLength: 9 }),
  uint8: unsigned(8).map(Number),
  uint32: unsigned(32).map(Number),
  uint40: unsigned(40).map(Number),
};

function arbitraryValues(name: MessageName): fc.Arbitrary<Values> {
  const { members } = signedMessages[name];
  const entries = members.map(({ name: member, type }) => [
    member,
    member === "deadline" ? deadline : arbitraryOf[type]!,
  ]);
  return fc.record(Object.fromEntries(entries) as Record<keyof Values, fc.Arbitrary<any>>) as fc.Arbitrary<Values>;
}

const byViem = digestByViem as (parameters: object) => string;

describe("Digests", () => {
  let stack: Stack;
  let wallet: string;

  /** The error with which a contract meets these bytes as the wallet's signature; undefined if it takes them. */
  async function errorOf(name: MessageName, values: Values, signature: string): Promise<string | undefined> {
    const { contract, call } = signedMessages[name];
    const { interface: functions, target } = stack[contract];
    const data = functions.encodeFunctionData(call, [values, values.deadline, signature]);
    try {
      await ethers.provider.call({ to: target, data });
      return undefined;
    } catch (failure) {
      return functions.parseError((failure as { data: string }).data)!.name;
    }
  }

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployStack);
    wallet = (await ethers.deployContract("DigestWallet")).target as string;
  });

  it("are computed for the same messages by both sides", () => {
    const charts = { keys: "KeyDirectory", consents: "ConsentRegistry", records: "RecordRegistry" };
    const contracts = { ...charts, staff: "StaffRegistry" };
    const written = Object.entries(signedMessages).map(([name, { contract, call, signer, members }]) => [
      name,
      { contract: contracts[contract], functionName: call, signer, members },
    ]);
    expect(Object.fromEntries(written)).to.deep.equal(typedMessages);
  });

  for (const name of messageNames) {
    const { contract, signer } = signedMessages[name];
    const { invalid, expired } = signatureErrors[contract];

    it(`of ${name} are the same in viem, in ethers and in the contract`, async () => {
      const agree = fc.asyncProperty(arbitraryValues(name), fc.nat({ max: 255 }), async (drawn, bit) => {
        const values = { ...drawn, [signer]: wallet } as Values;
        const { chainId, verifyingContract } = domainOf(stack, name);
        const digest = byViem({ name, values, chainId, contract: verifyingContract });
        expect(digestOf(stack, name, values)).to.equal(digest);
        expect(await errorOf(name, values, digest)).not.to.be.oneOf([invalid, expired]);
        const flipped = ethers.toBeHex(BigInt(digest) ^ (1n << BigInt(bit)), 32);
        expect(await errorOf(name, values, flipped)).to.equal(invalid);
      });
      await fc.assert(agree, { seed, numRuns });
    });

    it(`of ${name} are the same in viem and in ethers on any chain, for any contract and signer`, async () => {
      const anywhere = fc.property(arbitraryValues(name), unsigned(48).map(Number), address, (values, chainId, to) => {
        const expected = digestOf(stack, name, values, { chainId, verifyingContract: to });
        expect(byViem({ name, values, chainId, contract: to })).to.equal(expected);
      });
      fc.assert(anywhere, { seed, numRuns });
    });
  }
});
