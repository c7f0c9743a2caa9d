import type { Resource } from "./BundleEntry.ts";
import { isResource } from "./isResource.ts";
import { parseFhirJson } from "./parseFhirJson.ts";
import { RecordError } from "./RecordError.ts";

/** A resource and the very text that it was read from. */
export type Reading = { resource: Resource; text: string };

/** The resources of a history at its top: one Bundle, one resource, or one a line as bulk exports are written. */
export function parseHistory(history: string | Uint8Array | object, deepest?: number): Reading[] {
  const text = textOf(history);
  try {
    return [readingOf(text, deepest)];
  } catch (error) {
    if (!(error instanceof RecordError) || error.name !== "NotJson") throw error;
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    if (lines.length < 2) throw error;
    return lines.map((line) => readingOf(line, deepest));
  }
}

function readingOf(text: string, deepest: number | undefined): Reading {
  const resource = parseFhirJson(text, deepest);
  if (!isResource(resource)) throw new RecordError("NotFhir");
  return { resource, text };
}

function textOf(history: string | Uint8Array | object): string {
  try {
    if (history instanceof Uint8Array) return new TextDecoder("utf-8", { fatal: true }).decode(history);
    // A value that somebody parsed is written and read again, so that all that follows is plain JSON.
    const text = typeof history === "string" ? history : JSON.stringify(history);
    return text.replace(/^\u{feff}/u, "");
  } catch {
    throw new RecordError("NotJson");
  }
}
