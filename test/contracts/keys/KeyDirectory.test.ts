import { expect } from "chai";
import { day, ethers, networkHelpers } from "../support/chain.ts";
import { expectRefusal } from "../support/expectRefusal.ts";
import { eventsOf, fieldsOf } from "../support/plainValues.ts";
import { relay, signMessage, bring } from "../support/signedMessages.ts";
import { type Stack, deployStack, first24 } from "../support/stack.ts";

const [x25519, xWing] = [1, 2];
const keyOfLength = (length: number, seed = "key") =>
  ethers.dataSlice(ethers.concat(Array(64).fill(ethers.id(seed))), 0, length);
const lengths = { [x25519]: 32, [xWing]: 1216 };

describe("KeyDirectory", () => {
  let stack: Stack;
  const directory = () => stack.keys.connect(stack.patient);
  const published = () => fieldsOf(stack.keys.keys(stack.patient));
  const message = (nonce: number, key = keyOfLength(32)) => ({
    owner: stack.patient.address,
    suite: x25519,
    key,
    nonce,
    deadline: day(1),
  });

  beforeEach(async () => {
    stack = await networkHelpers.loadFixture(deployStack);
  });

  it("shows an address without a key as suite 0", async () => {
    expect(await published()).to.deep.equal({ hash: first24(ethers.ZeroHash), nonce: 0, suite: 0 });
  });

  for (const [name, suite] of [
    ["X25519", x25519],
    ["X-Wing", xWing],
  ] as const) {
    const length = lengths[suite]!;

    it(`publishes an ${name} key of ${length} bytes, whole in the event and as a hash in the slot`, async () => {
      const key = keyOfLength(length);
      const events = await eventsOf(directory().publishKey(suite, key));
      expect(events).to.deep.equal([["KeyPublished", stack.patient.address, suite, key]]);
      expect(await published()).to.deep.equal({ hash: first24(ethers.keccak256(key)), nonce: 1, suite });
    });

    it(`refuses an ${name} key of any other length`, async () => {
      for (const given of [0, 31, 32, 33, 1215, 1216, 1217].filter((other) => other !== length)) {
        const call = directory().publishKey(suite, keyOfLength(given));
        await expectRefusal(call, stack.keys, "KeyLengthWrong", [suite, length, given]);
      }
    });
  }

  it("refuses suites that do not exist", async () => {
    for (const suite of [0, 3, 255]) {
      await expectRefusal(directory().publishKey(suite, keyOfLength(32)), stack.keys, "KeySuiteUnknown", [suite]);
    }
  });

  it("puts a new key in the place of the old one and counts them", async () => {
    await directory().publishKey(xWing, keyOfLength(1216));
    await directory().publishKey(x25519, keyOfLength(32, "next"));
    const hash = first24(ethers.keccak256(keyOfLength(32, "next")));
    expect(await published()).to.deep.equal({ hash, nonce: 2, suite: x25519 });
  });

  it("publishes a key that its owner signed, whoever brings it", async () => {
    const events = await eventsOf(relay(stack, stack.patient, "PublishKey", message(0)));
    expect(events).to.deep.equal([["KeyPublished", stack.patient.address, x25519, keyOfLength(32)]]);
    expect(await published()).to.include({ nonce: 1, suite: x25519 });
    expect(await fieldsOf(stack.keys.keys(stack.relay))).to.include({ nonce: 0, suite: 0 });
  });

  it("refuses a signed key that was used, overtaken, or signed too far ahead", async () => {
    const owner = stack.patient.address;
    const signature = signMessage(stack, stack.patient, "PublishKey", message(0));
    await bring(stack, "PublishKey", message(0), signature);
    await expectRefusal(bring(stack, "PublishKey", message(0), signature), stack.keys, "KeyNonceStale", [owner, 1, 0]);

    const next = signMessage(stack, stack.patient, "PublishKey", message(1));
    await directory().publishKey(x25519, keyOfLength(32, "overtaking"));
    await expectRefusal(bring(stack, "PublishKey", message(1), next), stack.keys, "KeyNonceStale", [owner, 2, 1]);
    const ahead = relay(stack, stack.patient, "PublishKey", message(3));
    await expectRefusal(ahead, stack.keys, "KeyNonceStale", [owner, 2, 3]);
  });

  it("holds a signed key to the same rules", async () => {
    const call = relay(stack, stack.patient, "PublishKey", message(0, keyOfLength(33)));
    await expectRefusal(call, stack.keys, "KeyLengthWrong", [x25519, 32, 33]);
    const unknown = relay(stack, stack.patient, "PublishKey", { ...message(0), suite: 9 });
    await expectRefusal(unknown, stack.keys, "KeySuiteUnknown", [9]);
  });
});
