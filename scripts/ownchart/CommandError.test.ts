import { describe, expect, it } from "vitest";
import { CommandError } from "./CommandError.ts";
import { type CommandErrorName, commandErrorSentences } from "./commandErrorSentences.ts";

describe("CommandError", () => {
  it.each(Object.entries(commandErrorSentences))("%s is told in one plain sentence", (name, sentence) => {
    const error = new CommandError(name as CommandErrorName);
    expect([error.name, error.message]).toEqual([name, sentence]);
    expect(sentence).toMatch(/^[A-Z][^.!?]*[^.!?\s]\.$/);
  });

  it("says what it is about, and how far it got", () => {
    const error = new CommandError("Interrupted", { about: "a.json", after: "Two of three are done." });
    expect(error.message).toBe("a.json: Stopped before the end. Two of three are done.");
  });
});
