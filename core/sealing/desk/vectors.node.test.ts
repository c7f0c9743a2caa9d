import { existsSync, readFileSync } from "node:fs";
import { type Hex, bytesToHex, hexToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { deskCode } from "./deskCode.ts";
import { deskCommitment } from "./deskCommitment.ts";
import type { DeskSender } from "./deskSender.ts";
import { encodeDeskAnswer } from "./encodeDeskAnswer.ts";
import { encodeDeskReveal } from "./encodeDeskReveal.ts";
import { openDeskMessage } from "./openDeskMessage.ts";
import { parseAccessRequest } from "./parseAccessRequest.ts";
import { sealDeskMessage } from "./sealDeskMessage.ts";

type Message = { mailbox: string; key: string; sender: number; sealed: string };
type Vectors = {
  desk: Record<"request" | "subject" | "nD" | "nP" | "commit" | "code", string> & {
    messages: (Message & { nonce: string; plaintext: string })[];
  };
  mustFail: (Message & { what: string; kind: string; expect: string })[];
};

const file = new URL("../../../../shared/vectors/sealing/vectors.json", import.meta.url);
const vectors = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Vectors) : undefined;
const title = `the shared vectors of the desk${vectors ? "" : " (left out: ../shared is absent)"}`;

describe.skipIf(vectors === undefined)(title, () => {
  const { request, subject, nD, nP, commit, code, messages } = vectors?.desk ?? ({ messages: [] } as never);
  const nonces = () => ({ nonceDoctor: bytes(nD), noncePatient: bytes(nP) });

  it("have our commitment and our digits", () => {
    expect(deskCommitment({ request, ...nonces() })).toEqual(bytes(commit));
    expect(deskCode({ request, subject: `0x${subject}`, ...nonces() })).toBe(code);
  });

  it("have our sealed bytes, and open to their plaintexts", () => {
    expect(messages).toHaveLength(2);
    for (const { nonce, plaintext, ...message } of messages) {
      const parameters = parametersOf(message);
      expect(openDeskMessage(parameters)).toEqual(bytes(plaintext));
      const resealed = sealDeskMessage({ ...parameters, plaintext: bytes(plaintext), random: () => bytes(nonce) });
      expect(bytesToHex(resealed)).toBe(`0x${message.sealed}`);
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

  it("are refused by name where they must be", () => {
    const refused = vectors!.mustFail.filter(({ kind }) => kind === "desk");
    expect(refused.length).toBeGreaterThan(0);
    for (const { what, expect: name, ...message } of refused) {
      expect(() => openDeskMessage(parametersOf(message)), what).toThrow(expect.objectContaining({ name }));
    }
  });
});

function parametersOf({ mailbox, key, sender, sealed }: Message) {
  const name: DeskSender = sender === 0 ? "doctor" : "patient";
  return { mailbox: bytes(mailbox), key: bytes(key), sender: name, sealed: bytes(sealed) };
}

function bytes(hex: string): Uint8Array {
  return hexToBytes(`0x${hex}` as Hex);
}
