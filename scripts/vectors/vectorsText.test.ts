import { expect, it } from "vitest";
import { vectorsText } from "./vectorsText.ts";

const bytes = Uint8Array.of(0, 255);

it("writes what reads as the same JSON, bytes as hex", () => {
  const vectors = { format: 1, records: [{ dek: bytes, body: null }, { dek: bytes }], desk: { messages: [bytes] } };
  expect(JSON.parse(vectorsText(vectors))).toEqual({
    format: 1,
    records: [{ dek: "00ff", body: null }, { dek: "00ff" }],
    desk: { messages: ["00ff"] },
  });
});

it("gives every entry of a list a line of its own", () => {
  expect(vectorsText({ records: [{ a: [1, 2] }, { b: bytes }] })).toBe(
    '{\n"records": [\n{"a":[1,2]},\n{"b":"00ff"}\n]\n}\n',
  );
});
