import type { Category } from "./categories.ts";
import type { PlainRecord, RecordDescription } from "./PlainRecord.ts";
import { shortTitle } from "./shortTitle.ts";
import { isSniffed, sniffMediaType } from "./sniffMediaType.ts";
import { suggestCategory } from "./suggestCategory.ts";

export type FileFacts = {
  name?: string | undefined;
  /** What the sender says; believed only where the bytes do not tell. */
  mediaType?: string | undefined;
  title?: string | undefined;
  /** RFC 3339 in UTC. */
  issued?: string | undefined;
  category?: Category | undefined;
};

/** A document as a record: a PDF, a picture, a DICOM series, anything. */
export function recordOfFile({ content, ...facts }: FileFacts & { content: Uint8Array<ArrayBuffer> }): PlainRecord {
  return { ...describeFile({ head: content, ...facts }), content };
}

/** The same without the content, for a file too large to hold: its first bytes are enough, see sniffedLength. */
export function describeFile({ head, name, ...facts }: FileFacts & { head: Uint8Array }): RecordDescription {
  const mediaType = mediaTypeOf({ head, said: facts.mediaType });
  const isDicom = mediaType === "application/dicom";
  return {
    category: facts.category ?? suggestCategory({ mediaType, name }),
    mediaType,
    title: shortTitle(facts.title ?? "") || titleOfName(name) || (isDicom ? "Images" : "Document"),
    issued: facts.issued ?? new Date().toISOString(),
    resources: [isDicom ? "ImagingStudy" : "DocumentReference"],
  };
}

function mediaTypeOf({ head, said = "" }: { head: Uint8Array; said: string | undefined }): string {
  const sniffed = sniffMediaType(head);
  const [type = ""] = said.slice(0, 200).toLowerCase().split(";", 1);
  const isPlausible = /^[a-z]+\/[a-z\d][a-z\d.+-]*$/.test(type.trim()) && !isSniffed(type.trim());
  return isPlausible && !isSniffed(sniffed) ? type.trim() : sniffed;
}

/** "scans/Knee_left.2024.pdf" as "Knee left.2024". */
function titleOfName(name = ""): string {
  const file = name.slice(-1_000).split(/[/\\]/).at(-1) ?? "";
  return shortTitle(file.replace(/(?<=.)\.[A-Za-z\d]{1,5}$/, "").replaceAll("_", " "));
}
