import { describe, expect, it } from "vitest";
import { categories } from "../records/categories.ts";
import { describeTerms } from "./describeTerms.ts";
import type { Terms } from "./Terms.ts";

const seconds = (...date: [number, number, number, number?, number?]) => Date.UTC(...date) / 1000;

const usual: Terms = {
  chainId: 31_337,
  subject: "0xa1b397875434dbd426180a3e906d6edeeaa1e27a",
  grantee: "0x57d9cf97a5669a1105bb845235967167faccd3d1",
  granteeName: "Dr. Mira Okafor",
  read: ["labs", "mental-health"],
  contribute: [],
  purpose: "treatment",
  from: seconds(2026, 10, 21),
  until: seconds(2027, 4, 21, 9, 30),
  history: "all",
  issued: seconds(2026, 10, 21),
  salt: "0x000102030405060708090a0b0c0d0e0f",
};
const inLondon = { timeZone: "Europe/London" };
const everything = [...categories];

describe("describeTerms", () => {
  it("tells the whole of a usual grant", () => {
    const contribute: Terms["contribute"] = ["labs", "vitals"];
    const history = { since: seconds(2026, 10, 21) };
    expect(describeTerms({ ...usual, contribute, history }, { ...inLondon, now: usual.from })).toEqual([
      "Dr. Mira Okafor may read your laboratory results and mental health records until 21 May 2027.",
      "This includes only what is added from 21 November 2026 on.",
      "They may also add laboratory results.",
      "They may add vital signs without reading them.",
      "It is for your treatment.",
      "You can end this at any time; what was already opened cannot be unseen.",
    ]);
  });

  it.each<[string, Partial<Terms>, string]>([
    ["one part", { read: ["labs"] }, "Dr. Mira Okafor may read your laboratory results until 21 May 2027."],
    [
      "three parts",
      { read: ["encounters", "labs", "imaging"] },
      "Dr. Mira Okafor may read your visits, laboratory results and scans until 21 May 2027.",
    ],
    ["the whole chart", { read: everything }, "Dr. Mira Okafor may read everything in your chart until 21 May 2027."],
    [
      "adding alone",
      { read: [], contribute: ["labs"] },
      "Dr. Mira Okafor may add laboratory results, without reading them, until 21 May 2027.",
    ],
    [
      "adding anything alone",
      { read: [], contribute: everything },
      "Dr. Mira Okafor may add records of every kind, without reading them, until 21 May 2027.",
    ],
    [
      "adding to all that is read",
      { read: everything, contribute: everything },
      "They may also add records of every kind.",
    ],
    ["history", {}, "This includes everything from before."],
    [
      "an end with the day",
      { until: seconds(2027, 4, 20, 23) },
      "Dr. Mira Okafor may read your laboratory results and mental health records until 20 May 2027.",
    ],
    [
      "some hours",
      { until: usual.from + 3 * 60 * 60 },
      "Dr. Mira Okafor may read your laboratory results and mental health records until 21 November 2026 at 03:00.",
    ],
    ["an emergency", { purpose: "emergency" }, "It is for your treatment in an emergency."],
    ["a relative", { purpose: "family" }, "It is so that somebody close to you can help."],
    ["one's own request", { purpose: "own-request" }, "It is at your own request."],
    ["research", { purpose: "research" }, "It is for health research."],
  ])("says what %s means", (_, changed, sentence) => {
    expect(describeTerms({ ...usual, ...changed }, inLondon)).toContain(sentence);
  });

  it("says nothing of history where nothing may be read, and that additions stay", () => {
    expect(describeTerms({ ...usual, read: [], contribute: ["vitals"] }, inLondon)).toEqual([
      "Dr. Mira Okafor may add vital signs, without reading them, until 21 May 2027.",
      "It is for your treatment.",
      "You can end this at any time; what was added stays in your chart.",
    ]);
  });

  it("says nothing of a purpose that the terms do not state", () => {
    const { purpose: _, ...terms } = usual;
    expect(describeTerms(terms, inLondon)).toHaveLength(3);
  });

  it("looks ahead before the beginning", () => {
    const sentences = describeTerms({ ...usual, contribute: ["vitals"] }, { ...inLondon, now: usual.from - 1 });
    expect(sentences[0]).toBe(
      "Dr. Mira Okafor will be able to read your laboratory results and mental health records " +
        "from 21 November 2026 until 21 May 2027.",
    );
    expect(sentences).toContain("They will be able to add vital signs without reading them.");
  });

  it("speaks of the present until the last second", () => {
    expect(describeTerms(usual, { ...inLondon, now: usual.until - 1 })[0]).toMatch(/ may read .* until 21 May 2027\.$/);
  });

  it("looks back from the end on", () => {
    const sentences = describeTerms(usual, { ...inLondon, now: usual.until });
    expect(sentences[0]).toMatch(/^Dr\. Mira Okafor could read your /);
    expect(sentences.at(-1)).toBe("This has ended; what was already opened cannot be unseen.");
  });

  it("writes dates as the reader does and where the reader is", () => {
    const terms = { ...usual, until: seconds(2027, 4, 21, 2) };
    expect(describeTerms(terms, { locale: "en-US", timeZone: "America/New_York" })[0]).toMatch(/until May 20, 2027\.$/);
    expect(describeTerms(terms, { timeZone: "Asia/Tokyo" })[0]).toMatch(/until 21 May 2027\.$/);
  });

  it("calls the grantee what the reader does, else what the terms do, else by address", () => {
    const { granteeName: _, ...unnamed } = usual;
    expect(describeTerms(usual, { granteeName: "My doctor" })[0]).toMatch(/^My doctor may /);
    expect(describeTerms(usual, { granteeName: "\u202e \n" })[0]).toMatch(/^Dr\. Mira Okafor may /);
    expect(describeTerms(unnamed)[0]).toMatch(/^0x57d9cf97a5669a1105bb845235967167faccd3d1 may /);
  });
});
