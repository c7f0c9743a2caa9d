import { useContext } from "react";
import { ReaderContext } from "../fhir/ReaderContext.ts";
import { viewerWords } from "../words/viewerWords.ts";
import type { Zoom } from "./useZoom.ts";

/** Buttons at the end of their way stay reachable and say so, so that focus is not lost on them. */
export function ZoomButtons({ percent, zoomIn, zoomOut }: Zoom) {
  const { locale } = useContext(ReaderContext);
  const button =
    "rounded-field border border-line bg-surface px-4 py-2 text-small text-accent aria-disabled:text-quiet";
  return (
    <div role="group" aria-label={viewerWords.zoom} className="flex items-center gap-3">
      <button type="button" className={button} aria-disabled={zoomOut === undefined} onClick={zoomOut}>
        {viewerWords.zoomOut}
      </button>
      <span role="status" className="min-w-12 text-center text-small text-quiet tabular-nums">
        {new Intl.NumberFormat(locale, { style: "percent" }).format(percent / 100)}
      </span>
      <button type="button" className={button} aria-disabled={zoomIn === undefined} onClick={zoomIn}>
        {viewerWords.zoomIn}
      </button>
    </div>
  );
}
