import { expect } from "chai";
import { day, ethers, networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import { messageCases, messageNames, signatureErrors } from "../support/messageCases.ts";
import { signDigest } from "../support/people.ts";
import { eventsOf } from "../support/plainValues.ts";
import { type Values, bring, digestOf, signedMessages } from "../support/signedMessages.ts";
import { type Stack, deployStack } from "../support/stack.ts";

const designator = (wallet: string) => ethers.concat(["0xef0100", wallet]);

/** Two ways in which an account gets code: a transaction with its authorization, or the chain's word for it. */
const delegations: Record<string, (stack: Stack, wallet: string) => Promise<unknown>> = {
  "by a transaction with its authorization": async ({ patient, relay }, wallet) => {
    const authorization = await patient.authorize!({ address: wallet });
    return relay.sendTransaction({ type: 4, to: relay.address, authorizationList: [authorization] });
  },
  "as a designator in its code": ({ patient }, wallet) => networkHelpers.setCode(patient.address, designator(wallet)),
};

describe("Signatures of accounts that gave themselves code (EIP-7702)", () => {
  for (const [how, delegate] of Object.entries(delegations)) {
    for (const name of messageNames) {
      const { prepare, values: valuesOf, events } = messageCases[name];
      const { contract } = signedMessages[name];
      const { invalid } = signatureErrors[contract];

      describe(`${how}, under ${name}`, () => {
        let stack: Stack;
        let values: Values;
        let digest: string;
        const bringSigned = (signature: string) => bring(stack, name, values, signature);
        const isRefused = (signature: string) =>
          expectRefusal(bringSigned(signature), stack[contract], invalid, [stack.patient.address]);
        const counts = async (signature: string) =>
          expect(await eventsOf(bringSigned(signature))).to.deep.equal(events(stack, stack.patient.address));

        /** Gives the patient the code of a wallet. */
        async function become(walletName: string, ...args: unknown[]) {
          const { target } = await ethers.deployContract(walletName, args);
          await delegate(stack, target as string);
          expect(await ethers.provider.getCode(stack.patient)).to.equal(designator(target as string).toLowerCase());
        }

        beforeEach(async () => {
          stack = await networkHelpers.loadFixture(deployStack);
          await prepare?.(stack, stack.patient.address);
          values = { ...valuesOf(stack, stack.patient.address), deadline: day(10) };
          digest = digestOf(stack, name, values);
        });

        it("count when the account's own key made them", async () => {
          await become("OwnerWallet", stack.stranger);
          await counts(signDigest(stack.patient, digest));
        });

        it("count when the code accepts them", async () => {
          await become("OwnerWallet", stack.stranger);
          await isRefused(signDigest(stack.relay, digest));
          await counts(signDigest(stack.stranger, digest));
        });

        for (const wallet of ["RevertingWallet", "GasBurningWallet", "FixedAnswerWallet"]) {
          it(`count by the account's own key even though its code is a ${wallet}, which accepts nothing`, async () => {
            await become(wallet, ...(wallet === "FixedAnswerWallet" ? ["0x"] : []));
            await isRefused(signDigest(stack.stranger, digest));
            await counts(signDigest(stack.patient, digest));
          });
        }
      });
    }
  }
});
