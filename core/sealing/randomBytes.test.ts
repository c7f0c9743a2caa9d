import { expect, it } from "vitest";
import { randomBytes } from "./randomBytes.ts";

it("random bytes are as many as wanted, and other ones each time", () => {
  expect(randomBytes(24).length).toBe(24);
  expect(randomBytes(24)).not.toEqual(randomBytes(24));
});
