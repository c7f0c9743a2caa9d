import { describe, expect, it } from "vitest";
import { encodeDeskOffer } from "#core/sealing/desk/encodeDeskOffer.ts";
import { offerIn } from "./offerIn.ts";

const offer = {
  commitment: new Uint8Array(32).fill(1),
  mailbox: new Uint8Array(16).fill(2),
  key: new Uint8Array(32).fill(3),
};
const code = encodeDeskOffer(offer);

describe("what a desk's QR offers", () => {
  it("is read from the code, and from a link of any place, with what surrounds it when it is pasted", () => {
    for (const text of [code, `https://chart.example/app/sharing/desk#${code}`, `  ${code}\n`]) {
      expect(offerIn(text)).toEqual(offer);
    }
  });

  it("is refused where a part is missing or something else was pasted", () => {
    for (const text of ["", "#", code.slice(0, -1), `${code}0`, code.toLowerCase(), "https://chart.example/#about"]) {
      expect(() => offerIn(text)).toThrow(expect.objectContaining({ name: "DeskLinkDamaged" }));
    }
  });
});
