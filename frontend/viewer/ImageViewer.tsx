import { useEffect, useState } from "react";
import { viewerWords } from "../words/viewerWords.ts";
import type { OpenDocument } from "./OpenDocument.ts";
import { useZoom } from "./useZoom.ts";
import { ZoomButtons } from "./ZoomButtons.tsx";

/** A picture, as wide as there is room, and larger for those who look closely. */
export function ImageViewer({ mediaType, title, bytes }: OpenDocument) {
  const address = useObjectAddress(bytes, mediaType);
  const [isBroken, setBroken] = useState(false);
  const zoom = useZoom();
  if (isBroken) return <p className="max-w-prose text-quiet">{viewerWords.brokenImage}</p>;
  return (
    <div className="space-y-3">
      <ZoomButtons {...zoom} />
      <div
        role="region"
        aria-label={title}
        tabIndex={0}
        className="max-h-[85vh] overflow-auto rounded-panel border border-line bg-well"
      >
        {address !== undefined && (
          <img
            src={address}
            alt={title}
            className="mx-auto block max-w-none"
            style={{ width: `${zoom.percent}%` }}
            onError={() => setBroken(true)}
          />
        )}
      </div>
    </div>
  );
}

/** An address for bytes in memory, given back when nobody looks at them any longer. */
function useObjectAddress(bytes: Uint8Array<ArrayBuffer>, mediaType: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  return address;
}
