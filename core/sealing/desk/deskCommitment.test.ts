import { describe, expect, it } from "vitest";
import { deskCommitment } from "./deskCommitment.ts";

describe("deskCommitment", () => {
  it("is to the nonce and to every character of the request", () => {
    const nonceDoctor = new Uint8Array(32);
    const commitments = [
      deskCommitment({ nonceDoctor, request: "{}" }),
      deskCommitment({ nonceDoctor, request: "{} " }),
      deskCommitment({ nonceDoctor: new Uint8Array(32).fill(1), request: "{}" }),
    ];
    expect(new Set(commitments.map(String)).size).toBe(3);
    expect(commitments[0]).toHaveLength(32);
  });
});
