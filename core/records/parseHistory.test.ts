import { describe, expect, it } from "vitest";
import { quickest } from "#test/support/quickest.ts";
import { parseHistory } from "./parseHistory.ts";

const patient = { resourceType: "Patient", id: "1" };
const goal = { resourceType: "Goal" };

function resourcesIn(history: string | Uint8Array | object) {
  return parseHistory(history).map(({ resource }) => resource);
}

describe("parseHistory", () => {
  it.each([
    JSON.stringify(patient),
    JSON.stringify(patient, undefined, 2),
    `\u{feff}${JSON.stringify(patient)}\n`,
    new TextEncoder().encode(JSON.stringify(patient)),
    patient,
  ])("reads one resource from %o", (history) => {
    expect(resourcesIn(history)).toEqual([patient]);
  });

  it("reads one resource a line, whatever ends the lines", () => {
    expect(resourcesIn(`${JSON.stringify(patient)}\r\n\n${JSON.stringify(goal)}\n`)).toEqual([patient, goal]);
  });

  it.each([
    ["", "NotJson"],
    ["\n\n", "NotJson"],
    ["PID|1|", "NotJson"],
    ['{\n"resourceType":"Patient"', "NotJson"],
    [`${JSON.stringify(patient)}\noops`, "NotJson"],
    [new Uint8Array([0xff, 0xfe, 0x00]), "NotJson"],
    ["[]", "NotFhir"],
    ["null", "NotFhir"],
    ["7", "NotFhir"],
    ['{"type":"collection"}', "NotFhir"],
    [`${JSON.stringify(patient)}\n7`, "NotFhir"],
    [[patient], "NotFhir"],
    ["[".repeat(1_000_000), "TooDeep"],
  ])("refuses %o as %s", (history, name) => {
    expect(() => parseHistory(history)).toThrow(expect.objectContaining({ name }));
  });

  it("refuses values that JSON cannot hold", () => {
    const round: { self?: unknown } = {};
    round.self = round;
    expect(() => parseHistory(round)).toThrow(expect.objectContaining({ name: "NotJson" }));
    expect(() => parseHistory({ much: 1n })).toThrow(expect.objectContaining({ name: "NotJson" }));
    expect(() => parseHistory(() => 7)).toThrow(expect.objectContaining({ name: "NotJson" }));
  });

  it("is not slowed down by lines without end", () => {
    const parse = () => parseHistory(`{${"\n".repeat(1_000_000)}`);
    const refuse = () => expect(parse).toThrow(expect.objectContaining({ name: "NotJson" }));
    expect(quickest(refuse, { wanted: 1_000 })).toBeLessThan(1_000);
  });
});
