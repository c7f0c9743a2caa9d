import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import { viewerWords } from "../words/viewerWords.ts";
import { PdfPage } from "./PdfPage.tsx";
import { useZoom } from "./useZoom.ts";
import { ZoomButtons } from "./ZoomButtons.tsx";

/** A4, until the first page says otherwise. */
const usualRatio = Math.SQRT2;

/** All pages one under another; each is drawn when it comes into view. */
export function PdfPages({ pdf, title }: { pdf: PDFDocumentProxy; title: string }) {
  const zoom = useZoom();
  const ratio = useFirstRatio(pdf);
  return (
    <div className="space-y-3">
      <ZoomButtons {...zoom} />
      <div
        role="region"
        aria-label={viewerWords.pages(title)}
        tabIndex={0}
        className="max-h-[85vh] overflow-auto rounded-panel border border-line bg-well p-2 sm:p-4"
      >
        <div className="mx-auto space-y-4" style={{ width: `${zoom.percent}%` }}>
          {Array.from({ length: pdf.numPages }, (_, at) => (
            <PdfPage key={at} pdf={pdf} number={at + 1} ratio={ratio} />
          ))}
        </div>
      </div>
    </div>
  );
}

function useFirstRatio(pdf: PDFDocumentProxy): number {
  const [ratio, setRatio] = useState(usualRatio);
  useEffect(() => {
    const measure = async () => {
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      setRatio(height / width);
    };
    // A first page that is broken says so where it is drawn.
    measure().catch(() => undefined);
  }, [pdf]);
  return ratio;
}
