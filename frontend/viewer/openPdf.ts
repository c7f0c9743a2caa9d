import { type PDFDocumentLoadingTask, PDFWorker, getDocument } from "pdfjs-dist";
import jbig2Url from "pdfjs-dist/wasm/jbig2.wasm?url";
import openJpegUrl from "pdfjs-dist/wasm/openjpeg.wasm?url";
// oxlint-disable-next-line import/default -- Vite makes the address of a module its default export.
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { trustedWorkerUrl } from "../security/trustedTypes.ts";

/** What scanners pack pictures with. Fonts that a PDF leaves out are the device's; nothing is fetched from elsewhere. */
const decoders = new Map([
  ["jbig2.wasm", jbig2Url],
  ["openjpeg.wasm", openJpegUrl],
]);

class Decoders {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = decoders.get(filename);
    if (address === undefined) throw new Error(`${filename} is not part of this app.`);
    return (await fetch(address)).bytes();
  }
}

/** A picture that would take more memory than this is left out of its page. */
const mostPixels = 2 ** 26;

/** Begins to read a PDF in a worker of its own, which ends with the task. */
export function openPdf(bytes: Uint8Array): { task: PDFDocumentLoadingTask; close: () => void } {
  const port = new Worker(trustedWorkerUrl(workerUrl), { type: "module" });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    // The worker takes the bytes for itself, and the reader may still want to download them.
    data: bytes.slice(),
    worker,
    BinaryDataFactory: Decoders,
    useWorkerFetch: false,
    useSystemFonts: true,
    enableXfa: false,
    maxImageSize: mostPixels,
    verbosity: 0,
  });
  const close = () => {
    void task
      .destroy()
      .catch(() => undefined)
      .then(() => port.terminate());
  };
  return { task, close };
}
