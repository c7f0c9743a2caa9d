import { createHash } from "node:crypto";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { historyOf } from "#test/support/commandLine.ts";
import { temporaryFolder } from "#test/support/temporaryFolder.ts";
import { plannedRecords } from "./plannedRecords.ts";

const folder = temporaryFolder();
const now = "2027-01-15T08:00:00.000Z";

function planned(name: string, content: string | Uint8Array) {
  const file = join(folder, name);
  writeFileSync(file, content);
  return all(file);
}

const all = (file: string) => Array.fromAsync(plannedRecords({ file, now }));

describe("plannedRecords", () => {
  it("makes a record a visit and category of a history", async () => {
    const records = await planned("history.json", historyOf(3));
    expect(records.map(({ record }) => record.category)).toEqual(
      ["encounters", "labs", "encounters", "labs", "encounters", "labs"], //
    );
    const [first] = records;
    expect(first!.digest).toEqual(
      createHash("sha256")
        .update(await first!.record.content.bytes())
        .digest(),
    );
  });

  it("takes one resource a line", async () => {
    const lines = ['{"resourceType":"Patient","id":"a"}', '{"resourceType":"Immunization","id":"b"}'].join("\n");
    expect((await planned("bulk.ndjson", lines)).map(({ record }) => record.category)).toEqual([
      "summary",
      "immunizations",
    ]);
  });

  it("takes any other file as it is, other JSON too", async () => {
    const [pdf] = await planned("Blood_test.pdf", "%PDF-1.4 …");
    expect(pdf!.record).toMatchObject({
      mediaType: "application/pdf",
      title: "Blood test",
      category: "labs",
      issued: now,
    });
    const [json] = await planned("steps.json", '{"steps": 12}');
    expect(json!.record).toMatchObject({ mediaType: "application/json", title: "steps" });
    expect(await json!.record.content.text()).toBe('{"steps": 12}');
  });

  it("unpacks a history, and keeps any other packed file as it is", async () => {
    const packed = await planned("history.json.gz", gzipSync(historyOf(1)));
    expect(packed.map(({ record }) => record.category)).toEqual(["encounters", "labs"]);
    for (const other of [gzipSync("words"), gzipSync(historyOf(1)).subarray(0, -9), Buffer.from([0x1f, 0x8b, 8])]) {
      const [kept] = await planned("other.gz", other);
      expect(Buffer.from(await kept!.record.content.bytes())).toEqual(Buffer.from(other));
    }
  });

  it("finds a history whose type stands at its end", async () => {
    const late = `{"note":${JSON.stringify("x".repeat(70_000))},"id":"a","resourceType":"Patient"}`;
    expect((await planned("late.json", late))[0]!.record.mediaType).toBe("application/fhir+json");
  });

  it("refuses a damaged history, and says which file", async () => {
    await expect(planned("cut.json", historyOf(2).slice(0, -10))).rejects.toThrow(
      `${join(folder, "cut.json")}: This file is damaged`,
    );
    await expect(planned("empty.json", '{"resourceType":"Bundle","type":"collection"}')).rejects.toMatchObject({
      name: "EmptyBundle",
    });
  });

  it("refuses what is no file, and a history too large to be read at once", async () => {
    await expect(all(folder)).rejects.toMatchObject({ name: "NotAFile" });
    await expect(all(join(folder, "none"))).rejects.toMatchObject({ name: "FileNotFound" });
    const large = join(folder, "large.ndjson");
    writeFileSync(large, '{"resourceType":"Patient"}\n{"resourceType":"Patient"}\n'.padEnd(70_000));
    truncateSync(large, 600_000_000);
    await expect(all(large)).rejects.toMatchObject({ name: "HistoryTooLarge" });
  });
});
