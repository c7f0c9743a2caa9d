import { expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { sealDeskMessage } from "./sealDeskMessage.ts";

const offer = { mailbox: countedBytes(16), key: countedBytes(32) };

const sealed = (size: number) => sealDeskMessage({ ...offer, sender: "doctor", plaintext: countedBytes(size) });

it("seals what fits into the 4,096 bytes that a gateway takes, and nothing longer", () => {
  expect(sealed(4056)).toHaveLength(4096);
  expect(() => sealed(4057)).toThrow(expect.objectContaining({ name: "DeskMessageTooLong", detail: "4097 bytes" }));
});
