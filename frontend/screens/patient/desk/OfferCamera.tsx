import { QRCanvas, frameLoop, rearCamera } from "qr/dom.js";
import { useEffect, useRef, useState } from "react";
import { Notice } from "../../../ui/Notice.tsx";
import { words } from "../../../words/words.ts";

/** Reads the first QR that the camera sees. The pictures stay in this page; the camera is off once this is gone. */
export function OfferCamera({ onOffer }: { onOffer: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    const stopping = new AbortController();
    readFirst(video.current!, stopping.signal).then(onOffer, () => setRefused(!stopping.signal.aborted));
    return () => stopping.abort();
  }, [onOffer]);
  const { cameraRunning, cameraRefused } = words.desk.answer;
  if (isRefused) return <Notice kind="careful">{cameraRefused}</Notice>;
  return (
    <figure className="w-full">
      <video
        ref={video}
        muted
        playsInline
        className="aspect-square w-full max-w-96 rounded-field bg-well object-cover"
      />
      <figcaption className="pt-2 text-small text-quiet">{cameraRunning}</figcaption>
    </figure>
  );
}

/** Rejects where there is no camera, or none is allowed, or somebody has stopped it. */
async function readFirst(video: HTMLVideoElement, signal: AbortSignal): Promise<string> {
  const camera = await rearCamera(video);
  const canvas = new QRCanvas();
  try {
    return await new Promise((resolve, reject) => {
      const read = async () => {
        const seen = await camera.readFrame(canvas).catch(() => undefined);
        if (typeof seen === "string") resolve(seen);
      };
      const cancel = frameLoop(() => void read(), video);
      signal.addEventListener("abort", () => {
        cancel();
        reject(signal.reason as Error);
      });
      signal.throwIfAborted();
    });
  } finally {
    camera.stop();
  }
}
