import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from "pdfjs-dist";

type DrawPdfPageParameters = {
  pdf: PDFDocumentProxy;
  number: number;
  /** In CSS pixels. */
  width: number;
  sheet: HTMLElement;
  signal: AbortSignal;
};

/** What every browser can hold in one canvas. */
const mostPixels = 2 ** 24;

/** Draws a page and lays its text over it; when the signal comes, both go. Gives the height for a width of one. */
export async function drawPdfPage({ pdf, number, width, sheet, signal }: DrawPdfPageParameters): Promise<number> {
  signal.addEventListener("abort", () => sheet.replaceChildren());
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / natural.width });
  signal.throwIfAborted();
  const canvas = createCanvas(viewport);
  const text = document.createElement("div");
  text.className = "text-layer";
  text.style.setProperty("--total-scale-factor", String(viewport.scale));
  sheet.replaceChildren(canvas, text);
  await drawPicture({ page, canvas, signal, scale: (viewport.scale * canvas.width) / viewport.width });
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  signal.addEventListener("abort", () => layer.cancel());
  await layer.render();
  return natural.height / natural.width;
}

function createCanvas({ width, height }: { width: number; height: number }): HTMLCanvasElement {
  const density = Math.min(devicePixelRatio, 3, Math.sqrt(mostPixels / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(width * density));
  canvas.height = Math.max(1, Math.floor(height * density));
  canvas.className = "block w-full";
  // What it shows is said by the text over it.
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

type DrawPictureParameters = { page: PDFPageProxy; canvas: HTMLCanvasElement; scale: number; signal: AbortSignal };

async function drawPicture({ page, canvas, scale, signal }: DrawPictureParameters): Promise<void> {
  const drawing = page.render({ canvas, viewport: page.getViewport({ scale }) });
  signal.addEventListener("abort", () => drawing.cancel());
  await drawing.promise;
}
