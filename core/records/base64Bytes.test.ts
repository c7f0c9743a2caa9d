import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { base64Blob } from "./base64Blob.ts";
import { base64Bytes } from "./base64Bytes.ts";

test("Bytes of any length come back from their base64", async () => {
  for (const length of [0, 1, 2, 3, 3 * 8192 - 1, 3 * 8192, 3 * 8192 + 1, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
    expect(base64Bytes(await base64Blob(bytes).text())).toEqual(bytes);
  }
});

test("What is no base64 is refused, wherever it stops being one", () => {
  for (const text of ["*", "A", `${"AAAA".repeat(10_000)}A`, `${"AAAA".repeat(10_000)}*`]) {
    expect(base64Bytes(text)).toBeUndefined();
  }
});

test("Whatever text there is, it stands for bytes or for none", () => {
  const property = fc.property(fc.string(), (text) => {
    const bytes = base64Bytes(text);
    expect(bytes === undefined || bytes.length <= text.length).toBe(true);
  });
  fc.assert(property, { numRuns: fuzzRuns(200) });
});
