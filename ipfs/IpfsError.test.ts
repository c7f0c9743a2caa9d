import { expect, it } from "vitest";
import { IpfsError } from "./IpfsError.ts";
import { type IpfsErrorName, ipfsErrorSentences } from "./ipfsErrorSentences.ts";

it.each(Object.entries(ipfsErrorSentences))("%s is told in one plain sentence", (name, sentence) => {
  const error = new IpfsError(name as IpfsErrorName, "detail");
  expect([error.name, error.message, error.detail]).toEqual([name, sentence, "detail"]);
  expect(sentence).toMatch(/^[A-Z][^.!?]*[^.!?\s]\.$/);
});

it("keeps the cause where there is one", () => {
  const cause = new Error("inner");
  expect(new IpfsError("IpfsUnreachable", undefined, cause).cause).toBe(cause);
  expect(Object.hasOwn(new IpfsError("IpfsUnreachable"), "cause")).toBe(false);
});
