import { expect } from "chai";
import { day, ethers, networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import { messageCases, messageNames, signatureErrors } from "../support/messageCases.ts";
import { signDigest } from "../support/people.ts";
import { eventsOf } from "../support/plainValues.ts";
import { type Values, bring, digestOf, signedMessages } from "../support/signedMessages.ts";
import { type Stack, deployStack } from "../support/stack.ts";

const magic = "0x1626ba7e";
const word = (start: string) => ethers.zeroPadBytes(start, 32);

const refusing: [what: string, name: string, ...args: unknown[]][] = [
  ["answers with another word", "FixedAnswerWallet", word("0xffffffff")],
  ["answers with yes as a number", "FixedAnswerWallet", ethers.toBeHex(1, 32)],
  ["answers with the right bytes at the wrong end", "FixedAnswerWallet", ethers.zeroPadValue(magic, 32)],
  [
    "answers with the right bytes and more in the same word",
    "FixedAnswerWallet",
    ethers.concat([word(magic).slice(0, -2), "0x01"]),
  ],
  ["answers with the right bytes alone", "FixedAnswerWallet", magic],
  ["answers one byte too short", "FixedAnswerWallet", ethers.dataSlice(word(magic), 0, 31)],
  ["answers nothing", "FixedAnswerWallet", "0x"],
  ["reverts with the right answer", "RevertingWallet"],
  ["burns all gas", "GasBurningWallet"],
  ["knows nothing of signatures", "AuditLog"],
];

describe("Signatures of contracts (ERC-1271)", () => {
  for (const name of messageNames) {
    const { prepare, values: valuesOf, events, replay } = messageCases[name];
    const { contract } = signedMessages[name];
    const { invalid } = signatureErrors[contract];

    describe(`under ${name}`, () => {
      let stack: Stack;

      /** A wallet, and the message that it is to sign. */
      async function arrange(walletName: string, ...args: unknown[]) {
        const { target } = await ethers.deployContract(walletName, args);
        const wallet = target as string;
        await prepare?.(stack, wallet);
        const values: Values = { ...valuesOf(stack, wallet), deadline: day(10) };
        const digest = digestOf(stack, name, values);
        const isRefused = (signature: string) =>
          expectRefusal(bring(stack, name, values, signature), stack[contract], invalid, [wallet]);
        return { wallet, values, digest, isRefused };
      }

      beforeEach(async () => {
        stack = await networkHelpers.loadFixture(deployStack);
      });

      it("count when the wallet accepts its owner's key, and that key alone", async () => {
        const { wallet, values, digest, isRefused } = await arrange("OwnerWallet", stack.patient);
        await isRefused(signDigest(stack.stranger, digest));
        await isRefused("0x");
        const signature = signDigest(stack.patient, digest);
        expect(await eventsOf(bring(stack, name, values, signature))).to.deep.equal(events(stack, wallet));
        const again = bring(stack, name, values, signature);
        if (replay === undefined) expect(await eventsOf(again)).to.deep.equal([]);
        else await expectRefusal(again, stack[contract], ...replay(stack, wallet));
      });

      it("count in whatever form the wallet accepts, for the digest it is asked about", async () => {
        const { wallet, values, digest, isRefused } = await arrange("DigestWallet");
        await isRefused(digestOf(stack, name, values, { chainId: 1 }));
        await isRefused(ethers.concat([digest, "0x00"]));
        expect(await eventsOf(bring(stack, name, values, digest))).to.deep.equal(events(stack, wallet));
      });

      for (const [what, ...deployment] of refusing) {
        it(`do not count when the wallet ${what}`, async () => {
          const { digest, isRefused } = await arrange(...deployment);
          await isRefused(signDigest(stack.patient, digest));
        });
      }
    });
  }

  it("count with the exact word alone, so that what is refused above is refused for its answer", async () => {
    const stack = await networkHelpers.loadFixture(deployStack);
    const { target: subject } = await ethers.deployContract("FixedAnswerWallet", [word(magic)]);
    const values = { ...messageCases.OpenChart.values(stack, subject as string), deadline: day(10) };
    const events = messageCases.OpenChart.events(stack, subject as string);
    expect(await eventsOf(bring(stack, "OpenChart", values, "0x"))).to.deep.equal(events);
  });
});
