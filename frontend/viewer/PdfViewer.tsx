import { type PDFDocumentProxy, PasswordException } from "pdfjs-dist";
import { useEffect, useState } from "react";
import { viewerWords } from "../words/viewerWords.ts";
import type { OpenDocument } from "./OpenDocument.ts";
import { openPdf } from "./openPdf.ts";
import { PdfPages } from "./PdfPages.tsx";

/** A PDF in the page itself, so that it never leaves the app to be read. */
export function PdfViewer({ bytes, title }: Pick<OpenDocument, "bytes" | "title">) {
  const opened = usePdf(bytes);
  if (opened === undefined) return <p role="status">{viewerWords.loading}</p>;
  if (typeof opened === "string") return <p className="max-w-prose text-quiet">{opened}</p>;
  return <PdfPages pdf={opened} title={title} />;
}

/** The document, or a sentence about why there is none; undefined as long as it is being opened. */
function usePdf(bytes: Uint8Array): PDFDocumentProxy | string | undefined {
  const [opened, setOpened] = useState<PDFDocumentProxy | string>();
  useEffect(() => {
    const { task, close } = openPdf(bytes);
    let isClosed = false;
    const tell = (outcome: PDFDocumentProxy | string) => {
      if (!isClosed) setOpened(outcome);
    };
    task.promise.then(tell, (error: unknown) => tell(sentenceFor(error)));
    return () => {
      isClosed = true;
      setOpened(undefined);
      close();
    };
  }, [bytes]);
  return opened;
}

function sentenceFor(error: unknown): string {
  return error instanceof PasswordException ? viewerWords.lockedPdf : viewerWords.brokenPdf;
}
