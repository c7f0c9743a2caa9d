import { shortTitle } from "./shortTitle.ts";

const endings: Record<string, string> = {
  "application/fhir+json": "json",
  "application/fhir+ndjson": "ndjson",
  "application/json": "json",
  "application/pdf": "pdf",
  "application/dicom": "dcm",
  "application/xml": "xml",
  "application/fhir+xml": "xml",
  "application/hl7-cda+xml": "xml",
  "x-application/hl7-v2+er7": "hl7",
  "text/plain": "txt",
  "text/html": "html",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/tiff": "tiff",
  "image/webp": "webp",
  "image/heic": "heic",
  "image/heif": "heif",
  "image/svg+xml": "svg",
};

/** A name that is one on every system, whatever a stranger called the record: `0007-Knee-left.pdf`. */
export function fileNameOf({ number, title, mediaType }: { number: number; title: string; mediaType: string }): string {
  const letters = shortTitle(title).replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  const name =
    [...letters]
      .slice(0, 40)
      .join("")
      .replaceAll(/^-+|-+$/g, "") || "record";
  const ending = Object.hasOwn(endings, mediaType) ? endings[mediaType]! : "bin";
  return `${String(number).padStart(4, "0")}-${name}.${ending}`;
}
