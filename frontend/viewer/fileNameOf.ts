import type { OpenDocument } from "./OpenDocument.ts";

const endings = new Map([
  ["application/fhir+json", "json"],
  ["application/json", "json"],
  ["application/fhir+ndjson", "ndjson"],
  ["application/pdf", "pdf"],
  ["application/dicom", "dcm"],
  ["image/png", "png"],
  ["image/jpeg", "jpg"],
  ["image/gif", "gif"],
  ["image/webp", "webp"],
  ["image/tiff", "tif"],
  ["image/heic", "heic"],
  ["text/plain", "txt"],
  ["application/hl7-cda+xml", "xml"],
  ["application/fhir+xml", "xml"],
  ["application/xml", "xml"],
]);

/** A title as the name of a file, without what no file system takes; the ending says what the bytes are. */
export function fileNameOf({ mediaType, title }: Pick<OpenDocument, "mediaType" | "title">): string {
  const name = title
    .slice(0, 500)
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[ .]+|[ .]+$/g, "");
  return `${[...name].slice(0, 100).join("") || "Record"}.${endings.get(mediaType) ?? "bin"}`;
}
