import "./textLayer.css";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { viewerWords } from "../words/viewerWords.ts";
import { drawPdfPage } from "./drawPdfPage.ts";
import { useIsNear } from "./useIsNear.ts";
import { useWidth } from "./useWidth.ts";

type PdfPageProps = { pdf: PDFDocumentProxy; number: number; ratio: number };

/** One page as a picture, and over it its text, unseen, so that it can be selected and read aloud. */
export function PdfPage({ pdf, number, ratio }: PdfPageProps) {
  const frame = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [isBroken, setBroken] = useState(false);
  const [ownRatio, setOwnRatio] = useState<number>();
  const isNear = useIsNear(frame);
  const width = useWidth(frame);
  useEffect(() => {
    if (!isNear || width === 0 || sheet.current === null) return undefined;
    const stop = new AbortController();
    drawPdfPage({ pdf, number, width, sheet: sheet.current, signal: stop.signal }).then(setOwnRatio, () => {
      if (!stop.signal.aborted) setBroken(true);
    });
    return () => stop.abort();
  }, [pdf, number, isNear, width]);
  return (
    <section
      ref={frame}
      aria-label={viewerWords.page(number, pdf.numPages)}
      className="relative w-full overflow-hidden rounded-field bg-white shadow-panel"
      style={{ aspectRatio: `1 / ${ownRatio ?? ratio}` }}
    >
      <div ref={sheet} />
      {isBroken && <p className="p-4 text-quiet">{viewerWords.brokenPdf}</p>}
    </section>
  );
}
