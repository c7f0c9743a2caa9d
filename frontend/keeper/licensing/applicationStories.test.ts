import type { Address, Hex } from "viem";
import { describe, expect, test } from "vitest";
import type { Application, BoardLetter, Paper } from "#core/licensing/Paper.ts";
import { applicationStories } from "./applicationStories.ts";

const [applicant, clerk, stranger] = ["a1", "c1", "e1"].map((it) => `0x${it.repeat(20)}` as Address);
const idOf = (n: number): Hex => `0x${String(n).padStart(64, "0")}`;
const signature: Hex = `0x${"00".repeat(65)}`;
const jurisdiction = "US-MA";

const asking = (more: Partial<Application> = {}): Application => ({
  paper: "application",
  by: applicant!,
  jurisdiction,
  at: 100,
  signature,
  kind: 0,
  content: { purpose: "new", name: "Ada", speciality: "", number: "1", note: "", documents: [] },
  ...more,
});
const reply = (purpose: "answer" | "withdrawal", at: number, by = applicant!): Application => {
  const of = idOf(1);
  const content = purpose === "answer" ? { purpose, of, note: "", documents: [] } : { purpose, of };
  return asking({ at, by, content });
};
const letter = (about: BoardLetter["about"], at: number, more: Partial<BoardLetter> = {}): BoardLetter => {
  const about1 = { kind: 0, about, text: "", of: idOf(1), to: applicant! } as const;
  return { paper: "letter", by: clerk!, jurisdiction, at, signature, ...about1, ...more };
};

function storyOf(since: Paper[], { isDecided = false } = {}) {
  const papers = new Map([asking(), ...since].map((paper, place) => [idOf(place + 1), paper]));
  const speaksForBoard = ({ by }: BoardLetter) => by === clerk;
  return applicationStories({ papers, speaksForBoard, isDecided: () => isDecided })[0]!;
}

describe("what has become of an application", () => {
  test.each([
    ["sent", []],
    ["asked", [letter("question", 200)]],
    ["answered", [letter("question", 200), reply("answer", 300)]],
    ["asked", [letter("question", 200), reply("answer", 300), letter("question", 400)]],
    ["answered", [reply("answer", 300), letter("question", 200)]],
    ["withdrawn", [letter("question", 200), reply("withdrawal", 300)]],
    ["declined", [letter("question", 200), letter("declined", 300)]],
  ] as const)("is that it was %s, whatever the order in which papers came", (state, since) => {
    expect(storyOf([...since])).toMatchObject({ state, since: since.toSorted((a, b) => a.at - b.at) });
  });

  test("is what the register says, before all else", () => {
    expect(storyOf([letter("declined", 200)], { isDecided: true }).state).toBe("decided");
  });

  test.each([
    ["a letter of somebody who does not speak for the board", letter("declined", 200, { by: stranger! })],
    ["a letter to somebody else", letter("declined", 200, { to: stranger! })],
    ["a letter of another board", letter("declined", 200, { jurisdiction: "DE-BY" })],
    ["a letter about another paper", letter("declined", 200, { of: idOf(9) })],
    ["a withdrawal by somebody else", reply("withdrawal", 200, stranger)],
  ])("is nothing because of %s", (_, paper) => {
    expect(storyOf([paper])).toMatchObject({ state: "sent", since: [] });
  });

  test("is told newest first, and of two in the same second the later one", () => {
    const papers = new Map([asking({ at: 1 }), asking({ at: 2 }), asking({ at: 2 })].map((it, n) => [idOf(n), it]));
    const stories = applicationStories({ papers, speaksForBoard: () => true, isDecided: () => false });
    expect(stories.map(({ id }) => id)).toEqual([idOf(2), idOf(1), idOf(0)]);
  });
});
