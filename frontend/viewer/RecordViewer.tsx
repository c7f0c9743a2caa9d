import { viewerWords } from "../words/viewerWords.ts";
import { DocumentViewer } from "./DocumentViewer.tsx";
import { DownloadButton } from "./DownloadButton.tsx";
import { FhirViewer } from "./FhirViewer.tsx";
import { mostBytesShown } from "./mostBytesShown.ts";
import type { OpenDocument } from "./OpenDocument.ts";

const fhirTypes = new Set(["application/fhir+json", "application/fhir+ndjson"]);

/** An opened record of any kind, as a person reads it, and as a file to keep. */
export function RecordViewer(document: OpenDocument) {
  const isTooLarge = document.bytes.length > mostBytesShown;
  return (
    <div className="space-y-6">
      {isTooLarge ? (
        <p className="max-w-prose text-quiet">{viewerWords.tooLarge}</p>
      ) : fhirTypes.has(document.mediaType) ? (
        <FhirViewer {...document} />
      ) : (
        <DocumentViewer {...document} />
      )}
      <DownloadButton {...document} />
    </div>
  );
}
