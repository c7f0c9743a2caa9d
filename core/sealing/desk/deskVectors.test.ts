import { type Hex, hexToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { readShared } from "#test/support/shared.ts";
import { deskCode } from "./deskCode.ts";
import { deskCommitment } from "./deskCommitment.ts";
import { encodeDeskAnswer } from "./encodeDeskAnswer.ts";
import { encodeDeskReveal } from "./encodeDeskReveal.ts";
import { parseAccessRequest } from "./parseAccessRequest.ts";
import { sealDeskMessage } from "./sealDeskMessage.ts";

/** Hex without 0x, but for the request, which is JSON. */
type Desk = Record<"request" | "subject" | "nD" | "nP" | "commit" | "code", string> & {
  messages: { mailbox: string; key: string; sender: number; nonce: string; plaintext: string; sealed: string }[];
};

const file = await readShared("vectors/sealing/vectors.json");
const vectors = file && (JSON.parse(new TextDecoder().decode(file)) as { desk: Desk });

describe("the shared vectors of the desk", () => {
  it.runIf(vectors === undefined)("are left out, since ../shared is absent", () => {});
  if (vectors !== undefined) itAgreesWith(vectors.desk);
});

function itAgreesWith({ request, subject, nD, nP, commit, code, messages }: Desk) {
  const nonces = () => ({ nonceDoctor: bytes(nD), noncePatient: bytes(nP) });

  it("have our commitment and our digits", () => {
    expect(deskCommitment({ request, ...nonces() })).toEqual(bytes(commit));
    expect(deskCode({ request, subject: `0x${subject}`, ...nonces() })).toBe(code);
  });

  it("have our sealed bytes", () => {
    expect(messages).toHaveLength(2);
    for (const { mailbox, key, sender, nonce, plaintext, sealed } of messages) {
      const ours = sealDeskMessage({
        mailbox: bytes(mailbox),
        key: bytes(key),
        sender: sender === 0 ? "doctor" : "patient",
        plaintext: bytes(plaintext),
        random: () => bytes(nonce),
      });
      expect(ours).toEqual(bytes(sealed));
    }
  });

  it("have our answer and our reveal, byte for byte", () => {
    const written = [
      encodeDeskReveal({ request, ...nonces() }),
      encodeDeskAnswer({ subject: `0x${subject}`, ...nonces() }),
    ];
    for (const { sender, plaintext } of messages) expect(written[sender]).toEqual(bytes(plaintext));
  });

  it("hold a request of our form", () => {
    expect(parseAccessRequest(request)).toEqual(JSON.parse(request));
  });
}

function bytes(hex: string): Uint8Array {
  return hexToBytes(`0x${hex}` as Hex);
}
