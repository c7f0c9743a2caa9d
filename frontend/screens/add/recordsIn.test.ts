import { describe, expect, it } from "vitest";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import { recordsIn } from "./recordsIn.ts";

const record = (title: string): NewRecord => ({
  category: "encounters",
  mediaType: "text/plain",
  title,
  issued: "2026-11-21T09:30:00Z",
  resources: [],
  content: new Blob([title]),
});

describe("what was chosen to be added", () => {
  it("is of the kind that somebody chose, without what is left out, unread or damaged", () => {
    const chosen = [
      { key: "1", record: record("a"), category: "labs" as const },
      { key: "2", record: record("b"), category: undefined },
    ];
    const files = [
      { key: "f", file: new File(["f"], "f"), records: chosen, error: undefined },
      { key: "g", file: new File(["g"], "g"), records: undefined, error: new Error("damaged") },
    ];
    expect(recordsIn(files)).toEqual([{ ...record("a"), category: "labs" }]);
  });
});
