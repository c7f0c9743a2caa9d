import fc from "fast-check";
import { bytesToHex, hexToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { openAead } from "../aead.ts";
import { keyedHash } from "../keyedHash.ts";
import { keyPairOf } from "../keyPairOf.ts";
import { randomBytes } from "../randomBytes.ts";
import { SealingError } from "../SealingError.ts";
import { unwrapKey } from "../unwrapKey.ts";
import { acceptDeviceRequest } from "./acceptDeviceRequest.ts";
import { createDeviceRequest } from "./createDeviceRequest.ts";
import { DoctorDesk } from "./DoctorDesk.ts";
import { openDeskMessage } from "./openDeskMessage.ts";
import { openVaultHandover } from "./openVaultHandover.ts";
import { PatientDesk } from "./PatientDesk.ts";
import { longestDeskMessage, sealDeskMessage } from "./sealDeskMessage.ts";
import { sealVaultHandover } from "./sealVaultHandover.ts";

const numRuns = fuzzRuns(1_000);
const pair = keyPairOf(randomBytes(32), 2);
const context = randomBytes(48);
const content = randomBytes(1 + 40 * 36);
const sealed = sealVaultHandover({ publicKey: pair.publicKey, content, context });
const sizeOf = (roots: number) => sealed.length - content.length + 1 + 36 * roots + 40;
const refusal = (name: string) => expect.objectContaining({ name });

describe("openVaultHandover", () => {
  it("opens what sealVaultHandover sealed", () => {
    expect(openVaultHandover({ pair, sealed, context })).toEqual(content);
  });

  it("opens a wrapped key, a nonce and a box, the box under a key of its own and bound to all before it", () => {
    const [wrapped, nonce, box] = [sealed.subarray(0, 1168), sealed.subarray(1168, 1192), sealed.subarray(1192)];
    const key = keyedHash(unwrapKey({ pair, wrapped, context }), "ownchart/handover", context);
    expect(openAead({ key, nonce, box, associated: sealed.subarray(0, 1192) })).toEqual(content);
  });

  it("never opens the same bytes twice: wrap and nonce are drawn anew", () => {
    const again = sealVaultHandover({ publicKey: pair.publicKey, content, context });
    expect(again.subarray(0, 1168)).not.toEqual(sealed.subarray(0, 1168));
    expect(again.subarray(1168, 1192)).not.toEqual(sealed.subarray(1168, 1192));
  });

  it("opens what brings a vault to a new device, all the way through a desk", async () => {
    const own = {
      chainId: 31_337,
      consentRegistry: "0x5ac618273acf00b826f7cb16cf65528b1c8f6c08",
      address: "0xa1b397875434dbd426180a3e906d6edeeaa1e27a",
    } as const;
    const device = bytesToHex(pair.publicKey);
    const fresh = new DoctorDesk({ request: createDeviceRequest({ ...own, device }) });
    const accept = (text: string) => acceptDeviceRequest({ ...own, text });
    const old = new PatientDesk({ offer: fresh.offer, subject: own.address, accept });
    const { code, reveal } = fresh.takeAnswer(old.answer)!;
    await old.takeReveal(reveal, 0);
    const publicKey = hexToBytes(old.enterCode(code, 0).device);
    const plaintext = sealVaultHandover({ publicKey, content, context });
    const message = sealDeskMessage({ ...fresh.offer, sender: "patient", plaintext });
    const arrived = openDeskMessage({ ...fresh.offer, sender: "patient", sealed: message });
    expect(openVaultHandover({ pair, sealed: arrived, context })).toEqual(content);
  });

  it("opens up to 79 roots out of one message of a mailbox", () => {
    expect(sizeOf(79)).toBeLessThanOrEqual(longestDeskMessage);
    expect(sizeOf(80)).toBeGreaterThan(longestDeskMessage);
  });

  it("cannot be done by another device, or for another chart", () => {
    const other = keyPairOf(randomBytes(32), 2);
    expect(() => openVaultHandover({ pair: other, sealed, context })).toThrow(refusal("WrongChartOrKey"));
    expect(() => openVaultHandover({ pair, sealed, context: randomBytes(48) })).toThrow(refusal("WrongChartOrKey"));
  });

  it.each([
    ["in the wrapped key", 0, "WrongChartOrKey"],
    ["at the wrapped key's end", 1167, "WrongChartOrKey"],
    ["in the nonce", 1168, "DeskMessageDamaged"],
    ["in the content", 1192, "DeskMessageDamaged"],
    ["at the end", sealed.length - 1, "DeskMessageDamaged"],
  ])("refuses damage %s", (_, at, name) => {
    const damaged = sealed.slice();
    damaged[at]! ^= 1;
    expect(() => openVaultHandover({ pair, sealed: damaged, context })).toThrow(refusal(name));
  });

  it("refuses a wrapped key of one handover with the content of another", () => {
    const second = sealVaultHandover({ publicKey: pair.publicKey, content, context });
    const mixed = new Uint8Array([...sealed.subarray(0, 1168), ...second.subarray(1168)]);
    expect(() => openVaultHandover({ pair, sealed: mixed, context })).toThrow(refusal("DeskMessageDamaged"));
  });

  it("refuses what is shorter than any handover", () => {
    expect(() => openVaultHandover({ pair, sealed: sealed.subarray(0, 1207), context })).toThrow(
      refusal("UnknownFormat"),
    );
  });

  it("is not sealed to what is no key", () => {
    const publicKey = pair.publicKey.subarray(1);
    expect(() => sealVaultHandover({ publicKey, content, context })).toThrow(refusal("UnknownFormat"));
  });

  it("lets nothing but its own errors out, whatever comes in", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1190, maxLength: 1300, size: "max" }), (bytes) => {
        expect(() => openVaultHandover({ pair, sealed: bytes, context })).toThrow(SealingError);
      }),
      { numRuns },
    );
  });
});
