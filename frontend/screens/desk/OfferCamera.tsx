import { decodeQR } from "qr/decode.js";
import { useEffect, useRef, useState } from "react";
import { wait } from "#client/wait.ts";
import { Notice } from "../../ui/Notice.tsx";
import { words } from "../../words/words.ts";

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
  const film = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: 1280 } });
  try {
    video.srcObject = film;
    await video.play();
    const picture = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    for (;;) {
      signal.throwIfAborted();
      const text = textIn(picture, video);
      if (text !== undefined) return text;
      await wait(betweenPictures, signal);
    }
  } finally {
    for (const track of film.getTracks()) track.stop();
  }
}

const betweenPictures = 150;

/** Undefined where no code is to be seen, or not well enough yet. */
function textIn(picture: OffscreenCanvas, video: HTMLVideoElement): string | undefined {
  const context = picture.getContext("2d", { willReadFrequently: true })!;
  context.drawImage(video, 0, 0, picture.width, picture.height);
  try {
    return decodeQR(context.getImageData(0, 0, picture.width, picture.height));
  } catch {
    return undefined;
  }
}
