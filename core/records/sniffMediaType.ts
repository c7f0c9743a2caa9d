/** As many first bytes of a file as are enough to tell what it is: a CDA begins only after its comments. */
export const sniffedLength = 65_536;

/** The media type of a file by its first bytes, whatever its name or its sender say. */
export function sniffMediaType(head: Uint8Array): string {
  const bytes = head.subarray(0, sniffedLength);
  return mediaTypeOfBytes(bytes) ?? mediaTypeOfText(bytes) ?? "application/octet-stream";
}

/** Whether these bytes betray the type, so that a sender's word for it is not needed. */
export function isSniffed(mediaType: string): boolean {
  return sniffedTypes.has(mediaType);
}

type Signature = { mediaType: string; at: number; begins: string };

const signatures: Signature[] = [
  { mediaType: "application/pdf", at: 0, begins: "%PDF-" },
  { mediaType: "image/png", at: 0, begins: "\x89PNG\r\n\x1a\n" },
  { mediaType: "image/jpeg", at: 0, begins: "\xff\xd8\xff" },
  { mediaType: "image/gif", at: 0, begins: "GIF87a" },
  { mediaType: "image/gif", at: 0, begins: "GIF89a" },
  { mediaType: "image/tiff", at: 0, begins: "II*\0" },
  { mediaType: "image/tiff", at: 0, begins: "MM\0*" },
  { mediaType: "application/dicom", at: 128, begins: "DICM" },
  ...["heic", "heix", "heim", "heis", "hevc", "hevx"].map((brand) => ({
    mediaType: "image/heic",
    at: 4,
    begins: `ftyp${brand}`,
  })),
  ...["mif1", "msf1"].map((brand) => ({ mediaType: "image/heif", at: 4, begins: `ftyp${brand}` })),
];

function mediaTypeOfBytes(bytes: Uint8Array): string | undefined {
  if (beginsWith(bytes, 0, "RIFF") && beginsWith(bytes, 8, "WEBP")) return "image/webp";
  return signatures.find(({ at, begins }) => beginsWith(bytes, at, begins))?.mediaType;
}

function beginsWith(bytes: Uint8Array, at: number, begins: string): boolean {
  return String.fromCharCode(...bytes.subarray(at, at + begins.length)) === begins;
}

function mediaTypeOfText(bytes: Uint8Array): string | undefined {
  const text = textIn(bytes).trimStart();
  if (/^(?:FHS|BHS|MSH)\|/.test(text)) return "x-application/hl7-v2+er7";
  const hasControls = /[^\P{Cc}\s]/u.test(text);
  if (text === "" || hasControls) return undefined;
  if (/^(?:\{\s*["}]|\[\s*[\]["{])/.test(text)) return mediaTypeOfJson(text);
  if (/^<[!?A-Z_]/i.test(text)) return mediaTypeOfMarkup(text);
  return "text/plain";
}

/** The bytes as text, should they be text: the last character may be cut, and old systems do not write UTF-8. */
function textIn(bytes: Uint8Array): string {
  const mark = ["\xff\xfe", "\xfe\xff"].findIndex((begins) => beginsWith(bytes, 0, begins));
  const encoding = ["utf-16le", "utf-16be"][mark] ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function mediaTypeOfJson(text: string): string {
  if (!/"resourceType"\s*:\s*"[A-Z]/.test(text)) return "application/json";
  const [line = "", rest = ""] = text.split(/\r?\n/, 2);
  return line.endsWith("}") && rest.startsWith("{") ? "application/fhir+ndjson" : "application/fhir+json";
}

function mediaTypeOfMarkup(text: string): string {
  if (/<(?:\w+:)?ClinicalDocument[\s>]/.test(text)) return "application/hl7-cda+xml";
  if (/xmlns="http:\/\/hl7\.org\/fhir"/.test(text)) return "application/fhir+xml";
  if (/^<(?:!doctype\s+)?html[\s>]/i.test(text)) return "text/html";
  if (/<svg[\s>]/.test(text)) return "image/svg+xml";
  return "application/xml";
}

const sniffedTypes: ReadonlySet<string> = new Set([
  ...signatures.map(({ mediaType }) => mediaType),
  ..."image/webp image/svg+xml text/html application/xml application/json application/fhir+xml".split(" "),
  ..."application/fhir+json application/fhir+ndjson application/hl7-cda+xml x-application/hl7-v2+er7".split(" "),
]);
