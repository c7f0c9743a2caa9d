import { Suspense, lazy } from "react";
import { viewerWords } from "../words/viewerWords.ts";
import { ImageViewer } from "./ImageViewer.tsx";
import type { OpenDocument } from "./OpenDocument.ts";
import { TextViewer } from "./TextViewer.tsx";

/** Reading PDF takes more code than the rest of the app; it comes when there is one. */
const PdfViewer = lazy(async () => ({ default: (await import("./PdfViewer.tsx")).PdfViewer }));

/** What every browser shows in a picture, and nothing that could hold a script. */
const pictures = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"]);

/** A document that is no FHIR: a paper, a picture, a text; else a sentence about what it is. */
export function DocumentViewer(document: OpenDocument) {
  const { mediaType } = document;
  if (pictures.has(mediaType)) return <ImageViewer {...document} />;
  if (mediaType === "text/plain") return <TextViewer {...document} />;
  if (mediaType !== "application/pdf") return <p className="max-w-prose text-quiet">{sentenceFor(mediaType)}</p>;
  return (
    <Suspense fallback={<p role="status">{viewerWords.loading}</p>}>
      <PdfViewer {...document} />
    </Suspense>
  );
}

function sentenceFor(mediaType: string): string {
  if (mediaType === "application/dicom") return viewerWords.dicom;
  return viewerWords.unknownKind(mediaType.slice(0, 100) || viewerWords.unknownType);
}
