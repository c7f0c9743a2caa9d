import { describe, expect, it } from "vitest";
import { createDeskOffer } from "./createDeskOffer.ts";
import { deskCommitment } from "./deskCommitment.ts";

const request = '{"for":"tests"}';

describe("createDeskOffer", () => {
  it("commits to the request under a nonce that the offer does not show", () => {
    const { offer, nonceDoctor } = createDeskOffer({ request });
    expect(offer.commitment).toEqual(deskCommitment({ nonceDoctor, request }));
    expect([offer.mailbox.length, offer.key.length, nonceDoctor.length]).toEqual([16, 32, 32]);
    expect(Object.keys(offer).toSorted()).toEqual(["commitment", "key", "mailbox"]);
  });

  it("draws everything anew each time", () => {
    const offers = Array.from({ length: 10 }, () => createDeskOffer({ request }));
    const drawn = offers.flatMap(({ offer, nonceDoctor }) => [...Object.values(offer), nonceDoctor].map(String));
    expect(new Set(drawn).size).toBe(40);
  });
});
