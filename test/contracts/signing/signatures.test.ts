import { expect } from "chai";
import { Signature, TypedDataEncoder, type TypedDataDomain } from "ethers";
import { at, day, ethers, networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import { messageCases, messageNames, signatureErrors } from "../support/messageCases.ts";
import { signDigest } from "../support/people.ts";
import { eventsOf } from "../support/plainValues.ts";
import { type MessageName, type Values, bring, digestOf, signedMessages } from "../support/signedMessages.ts";
import { type Stack, deployStack, nobody } from "../support/stack.ts";

const deadline = day(10);
const orderOfCurve = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const magicOfErc6492 = `0x${"6492".repeat(16)}`;

type Signed = { stack: Stack; name: MessageName; values: Values; digest: string; signature: string };
const forDomain =
  (changed: (stack: Stack) => TypedDataDomain) =>
  ({ stack, name, values }: Signed) =>
    signDigest(stack.patient, digestOf(stack, name, values, changed(stack)));

const forgeries: [what: string, forge: (signed: Signed) => string][] = [
  ["made by somebody else", ({ stack, digest }) => signDigest(stack.stranger, digest)],
  ["made by the one who brings it", ({ stack, digest }) => signDigest(stack.relay, digest)],
  ["made for another chain", forDomain(() => ({ chainId: 1 }))],
  ["made for another contract", forDomain(({ audit }) => ({ verifyingContract: audit.target as string }))],
  ["made for another name", forDomain(() => ({ name: "Ownchart " }))],
  ["made for another version", forDomain(() => ({ version: "2" }))],
  ["made for a domain with a salt", forDomain(() => ({ salt: ethers.ZeroHash }))],
  ["made without a domain", ({ stack, name, values }) => signDigest(stack.patient, structHashOf(name, values))],
  [
    "made as a personal message",
    ({ stack, digest }) => signDigest(stack.patient, ethers.hashMessage(ethers.getBytes(digest))),
  ],
  ["with the higher s of its malleable twin", ({ signature }) => malleableTwin(signature)],
  [
    "with a v of 0 or 1",
    ({ signature }) => ethers.concat([cut(signature, 64), ethers.toBeHex(Signature.from(signature).yParity)]),
  ],
  [
    "with the other v",
    ({ signature }) => ethers.concat([cut(signature, 64), ethers.toBeHex(28 - Signature.from(signature).yParity)]),
  ],
  ["in the 64 bytes of ERC-2098", ({ signature }) => Signature.from(signature).compactSerialized],
  ["cut by its last byte", ({ signature }) => cut(signature, 64)],
  ["cut to its first byte", ({ signature }) => cut(signature, 1)],
  ["that is empty", () => "0x"],
  ["with a 66th byte", ({ signature }) => ethers.concat([signature, "0x00"])],
  ["of 65 zeros", () => ethers.zeroPadBytes("0x", 65)],
  ["wrapped for an account that is yet to be made (ERC-6492)", ({ stack, signature }) => wrapped(stack, signature)],
];

function structHashOf(name: MessageName, values: Values): string {
  return TypedDataEncoder.hashStruct(name, { [name]: [...signedMessages[name].members] }, values);
}

function cut(signature: string, length: number): string {
  return ethers.dataSlice(signature, 0, length);
}

function malleableTwin(signature: string): string {
  const { r, s, v } = Signature.from(signature);
  return ethers.concat([r, ethers.toBeHex(orderOfCurve - BigInt(s), 32), ethers.toBeHex(55 - v)]);
}

function wrapped(stack: Stack, signature: string): string {
  const call = [stack.audit.target, "0x", signature];
  const encoded = ethers.AbiCoder.defaultAbiCoder().encode(["address", "bytes", "bytes"], call);
  return ethers.concat([encoded, magicOfErc6492]);
}

/** Other values that a member could have. */
function othersThan(type: string, value: any): unknown[] {
  if (type.endsWith("[]")) return [value.slice(1), value.concat(value[0]), value.toReversed()];
  if (type === "bool") return [!value];
  if (type.startsWith("uint")) return [BigInt(value) + 1n];
  if (type === "address") return [ethers.getAddress(ethers.toBeHex(BigInt(value) ^ 1n, 20))];
  return [ethers.toBeHex(BigInt(value) ^ 1n, ethers.dataLength(value))];
}

describe("Signatures", () => {
  for (const name of messageNames) {
    const { prepare, values: valuesOf, events, replay } = messageCases[name];
    const { contract, signer: role, members } = signedMessages[name];
    const { invalid, expired } = signatureErrors[contract];

    describe(`of ${name}`, () => {
      let stack: Stack;
      let values: Values;
      let digest: string;
      let signature: string;
      const refused = (brought: Promise<unknown>, error: string, args: unknown[]) =>
        expectRefusal(brought, stack[contract], error, args);

      beforeEach(async () => {
        stack = await networkHelpers.loadFixture(deployStack);
        const { patient } = stack;
        await prepare?.(stack, patient.address);
        values = { ...valuesOf(stack, patient.address), deadline };
        digest = digestOf(stack, name, values);
        signature = signDigest(patient, digest);
      });

      it("do what was signed, whoever brings them, until their last second", async () => {
        await at(deadline);
        const happened = await eventsOf(bring(stack, name, values, signature, stack.stranger));
        expect(happened).to.deep.equal(events(stack, stack.patient.address));
      });

      it("are refused a second later", async () => {
        await at(deadline + 1);
        await refused(bring(stack, name, values, signature), expired, [deadline]);
      });

      it("do nothing when they are brought again", async () => {
        await bring(stack, name, values, signature);
        const again = bring(stack, name, values, signature);
        if (replay === undefined) expect(await eventsOf(again)).to.deep.equal([]);
        else await refused(again, ...replay(stack, stack.patient.address));
      });

      for (const { type, name: member } of members) {
        it(`cover ${member}`, async () => {
          for (const other of othersThan(type, values[member])) {
            const changed = { ...values, [member]: other } as Values;
            await refused(bring(stack, name, changed, signature), invalid, [changed[role]]);
          }
        });
      }

      it("cannot be made for the zero address, for which broken ones seem to recover", async () => {
        const changed = { ...values, [role]: nobody };
        for (const broken of [
          ethers.zeroPadBytes("0x", 65),
          "0x",
          ethers.concat([ethers.ZeroHash, ethers.ZeroHash, "0x1b"]),
        ]) {
          await refused(bring(stack, name, changed, broken), invalid, [nobody]);
        }
      });

      for (const [what, forge] of forgeries) {
        it(`${what} are refused`, async () => {
          const forged = forge({ stack, name, values, digest, signature });
          expect(forged).not.to.equal(signature);
          await refused(bring(stack, name, values, forged), invalid, [stack.patient.address]);
        });
      }
    });
  }
});
