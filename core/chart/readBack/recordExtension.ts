import * as v from "valibot";
import type { Entry } from "../../records/entry.ts";
import { isJsonObject } from "../../records/isJsonObject.ts";
import { listOf } from "../../records/listOf.ts";
import { categoryName } from "../describeRecord.ts";

export const recordExtensionUrl = "urn:ownchart:record";

/** What an entry of a chart's Bundle says of a record that it was in. FHIR lets entries have extensions of one's own. */
export type RecordMark = {
  number: number;
  category: string;
  title: string;
  issued: string;
  resources: string[];
  /** Whether the record was something else than FHIR that can be taken apart, and the entry is a DocumentReference to it. */
  isDocument: boolean;
  isDisputed: boolean;
};

export type RecordExtensionParameters = Pick<RecordMark, "number" | "isDocument" | "isDisputed"> & { entry: Entry };

export function recordExtension({ number, entry, isDocument, isDisputed }: RecordExtensionParameters): object {
  const { category, title, issued, resources } = entry;
  return {
    url: recordExtensionUrl,
    extension: [
      { url: "number", valuePositiveInt: number },
      { url: "category", valueCode: categoryName(category) },
      { url: "title", valueString: title },
      { url: "issued", valueInstant: issued },
      ...resources.map((type) => ({ url: "resource", valueCode: type })),
      ...(isDocument ? [{ url: "document", valueBoolean: true }] : []),
      ...(isDisputed ? [{ url: "disputed", valueBoolean: true }] : []),
    ],
  };
}

/** The records that an entry says it was in; undefined where it says something that was not written here. */
export function recordMarksOf(entry: unknown): RecordMark[] | undefined {
  const extensions = isJsonObject(entry) ? listOf(entry["extension"]) : [];
  const ours = extensions.filter((extension) => isJsonObject(extension) && extension["url"] === recordExtensionUrl);
  const marks = ours.map(markIn);
  return marks.every((mark) => mark !== undefined) ? marks : undefined;
}

function markIn(extension: unknown): RecordMark | undefined {
  const parts = v.safeParse(partsSchema, extension);
  if (!parts.success) return undefined;
  const values = (name: string) => parts.output.extension.filter(({ url }) => url === name).map(valueOf);
  const first = (name: string) => values(name)[0];
  const mark = v.safeParse(markSchema, {
    number: first("number"),
    category: first("category"),
    title: first("title"),
    issued: first("issued"),
    resources: values("resource"),
    isDocument: first("document") ?? false,
    isDisputed: first("disputed") ?? false,
  });
  return mark.success ? mark.output : undefined;
}

const partsSchema = v.object({ extension: v.array(v.looseObject({ url: v.string() })) });

function valueOf(part: Record<string, unknown>): unknown {
  return Object.entries(part).find(([name]) => name.startsWith("value"))?.[1];
}

const markSchema = v.object({
  number: v.pipe(v.number(), v.integer()),
  category: v.string(),
  title: v.string(),
  issued: v.string(),
  resources: v.array(v.string()),
  isDocument: v.boolean(),
  isDisputed: v.boolean(),
});
