import { expect, test } from "vitest";
import { granteeOf, nobody } from "./Whom.ts";

const address = "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720";

test("whoever is typed is somebody once name and address are whole", () => {
  expect(granteeOf(nobody)).toBeUndefined();
  expect(granteeOf({ kind: "relative", name: " ", address })).toBeUndefined();
  expect(granteeOf({ kind: "relative", name: "Mum", address: address.slice(0, -1) })).toBeUndefined();
  expect(granteeOf({ kind: "relative", name: " Mum ", address: `${address} ` })).toEqual({
    address,
    name: "Mum",
    isRelative: true,
  });
  expect(granteeOf({ kind: "clinician", name: "Dr. Weiss", address })?.isRelative).toBe(false);
});
