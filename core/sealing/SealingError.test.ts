import { describe, expect, it } from "vitest";
import { SealingError } from "./SealingError.ts";
import { type SealingErrorName, sealingErrorSentences } from "./sealingErrorSentences.ts";

describe("SealingError", () => {
  it.each(Object.entries(sealingErrorSentences))("%s is told in one plain sentence", (name, sentence) => {
    const error = new SealingError(name as SealingErrorName, "the head");
    expect([error.name, error.message, error.detail]).toEqual([name, sentence, "the head"]);
    expect(sentence).toMatch(/^[A-Z][^.!?]*[^.!?\s]\.$/);
  });

  it("keeps the cause where there is one, and has no such member where there is none", () => {
    const cause = new Error("inner");
    expect(new SealingError("BodyDamaged", undefined, cause).cause).toBe(cause);
    expect(Object.hasOwn(new SealingError("BodyDamaged"), "cause")).toBe(false);
  });
});
