import { existsSync, readFileSync, readdirSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../consent/canonicalJson.ts";
import { entriesOf } from "./entriesOf.ts";
import { mergeRecords } from "./mergeRecords.ts";
import { RecordError } from "./RecordError.ts";
import { sniffMediaType } from "./sniffMediaType.ts";
import { splitHistory } from "./splitHistory.ts";

const fixtures = new URL("../../../shared/fixtures/", import.meta.url);

function filesIn(folder: string, ending: string): string[] {
  const url = new URL(folder, fixtures);
  const names = existsSync(url) ? readdirSync(url, { recursive: true, encoding: "utf8" }) : [];
  return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}${name}`);
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(encodeURI(file), fixtures)));
}

function titled(title: string, files: readonly string[]): string {
  return files.length === 0 ? `${title} (left out: they are not here)` : title;
}

/** One name at least, since a suite without tests would be left out without a word. */
function orNone(files: readonly string[]): readonly string[] {
  return files.length === 0 ? ["no file"] : files;
}

/** The resources in a history, in any order, as texts that compare. */
function resourcesIn(history: readonly unknown[]): string[] {
  const resources = history.flatMap((value) => {
    const resource = value as { resourceType: string };
    return resource.resourceType === "Bundle" ? entriesOf(resource).map((entry) => entry.resource) : resource;
  });
  return resources.map(canonicalJson).toSorted();
}

function splitAndMerged(history: string | Uint8Array): string[] {
  const records = splitHistory({ history });
  return resourcesIn([JSON.parse(mergeRecords(records.map(({ content }) => content)))]);
}

const cases = filesIn("fhir-test-cases-r4/", ".json").filter((name) => !name.includes("/outcomes/"));
const conversions = filesIn("hl7v2/expected-fhir/", ".json");

describe.skipIf(cases.length === 0)(titled("the official validator's cases from ../shared", cases), () => {
  it.each(orNone([...cases, ...conversions]))("%s splits and merges without loss, or is refused by name", (file) => {
    const text = new TextDecoder().decode(bytesOf(file));
    let merged: string[];
    try {
      merged = splitAndMerged(text);
    } catch (error) {
      expect(error).toBeInstanceOf(RecordError);
      return;
    }
    expect(merged).toEqual([...new Set(resourcesIn([JSON.parse(text)]))]);
  });

  it("refuses few of them", () => {
    const refused = cases.filter((file) => {
      try {
        splitHistory({ history: bytesOf(file) });
        return false;
      } catch {
        return true;
      }
    });
    expect(refused.length).toBeLessThan(cases.length / 10);
  });
});

const exported = filesIn("mimic-iv-demo-fhir-2.1.0/", ".ndjson.gz");

describe.skipIf(exported.length === 0)(titled("bulk exports from ../shared", exported), () => {
  it.each(orNone(exported))("%s splits and merges without loss", (file) => {
    const lines = gunzipSync(bytesOf(file)).toString().split("\n").slice(0, 2_000);
    const text = lines.join("\n");
    expect(splitAndMerged(text)).toEqual(resourcesIn(lines.filter(Boolean).map((line) => JSON.parse(line) as unknown)));
    const mediaType = lines.filter(Boolean).length > 1 ? "application/fhir+ndjson" : "application/fhir+json";
    expect(sniffMediaType(new TextEncoder().encode(text))).toBe(mediaType);
  });
});

const messages = filesIn("hl7v2/", ".hl7");
const documents = filesIn("ccda/", ".ccda");

describe.skipIf(messages.length === 0)(titled("messages and documents from ../shared", messages), () => {
  it.each(orNone(messages))("%s is known as HL7 version 2", (file) => {
    expect(sniffMediaType(bytesOf(file))).toBe("x-application/hl7-v2+er7");
  });

  it.each(orNone(documents))("%s is known as CDA", (file) => {
    expect(sniffMediaType(bytesOf(file))).toBe("application/hl7-cda+xml");
  });
});
