import "../design/tokens.css";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { showOnPage } from "#test/support/showOnPage.tsx";
import { smallPdf } from "#test/support/smallPdf.ts";
import type { OpenDocument } from "./OpenDocument.ts";
import { mostBytesShown } from "./mostBytesShown.ts";
import { RecordViewer } from "./RecordViewer.tsx";

const bytesOf = (text: string) => new TextEncoder().encode(text);

function shown(mediaType: string, bytes: Uint8Array<ArrayBuffer>): HTMLElement {
  return showOnPage(<RecordViewer mediaType={mediaType} title="Knee, left" bytes={bytes} />);
}

function Closable(document: OpenDocument) {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      {isOpen && <RecordViewer {...document} />}
      <button onClick={() => setOpen(false)}>Close</button>
    </>
  );
}

const picture = await (async () => {
  const canvas = new OffscreenCanvas(4, 3);
  canvas.getContext("2d")!.fillRect(0, 0, 4, 3);
  return (await canvas.convertToBlob()).bytes();
})();

afterEach(() => vi.restoreAllMocks());

describe("an open record", () => {
  it("of FHIR is told to people, and shows its data as it was written", async () => {
    const text = '{"resourceType":"Observation","code":{"text":"HbA1c"},"valueQuantity":{"value":7.0,"unit":"%"}}';
    const place = shown("application/fhir+json", bytesOf(text));
    expect(place.querySelector("h2")!.textContent).toBe("HbA1c");
    expect(place.textContent).toContain("7.0\u{a0}%");
    expect(place.textContent).not.toContain("valueQuantity");
    place.querySelector("summary")!.click();
    await expect.poll(() => place.textContent).toContain('"value": 7.0');
  });

  it("of FHIR a line each is told together", () => {
    const lines =
      '{"resourceType":"Condition","code":{"text":"Gout"}}\n{"resourceType":"Goal","description":{"text":"Walk"}}';
    const place = shown("application/fhir+ndjson", bytesOf(lines));
    expect([...place.querySelectorAll("h3")].map(({ textContent }) => textContent)).toEqual(["Gout", "Walk"]);
  });

  it.each(["{", "", "[]", '{"resourceType": 7}', "\u{0}", `${"[".repeat(10_000)}`])(
    "of FHIR that is broken says so: %s",
    (text) => {
      const place = shown("application/fhir+json", bytesOf(text));
      expect(place.textContent).toMatch(/^This record is damaged or not written in FHIR.*Download$/);
    },
  );

  it("that is a picture is one, called by its title, and leaves no address behind", async () => {
    const given = vi.spyOn(URL, "revokeObjectURL");
    const place = showOnPage(<Closable mediaType="image/png" title="Knee, left" bytes={picture} />);
    await expect.poll(() => place.querySelector("img")?.naturalWidth).toBe(4);
    const { alt, src } = place.querySelector("img")!;
    expect(alt).toBe("Knee, left");
    expect(src).toMatch(/^blob:/);
    [...place.querySelectorAll("button")].find(({ textContent }) => textContent === "Larger")!.click();
    await expect.poll(() => place.querySelector("img")!.style.width).toBe("150%");
    expect(given).not.toHaveBeenCalled();
    [...place.querySelectorAll("button")].find(({ textContent }) => textContent === "Close")!.click();
    await expect.poll(() => given.mock.calls).toEqual([[src]]);
  });

  it("that is a broken picture says so", async () => {
    const place = shown("image/png", bytesOf("no picture"));
    await expect.poll(() => place.textContent).toContain("This picture is damaged");
  });

  it("that is a paper shows its pages with text that can be read aloud, each when it comes into view", async () => {
    const count = 30;
    const place = shown(
      "application/pdf",
      smallPdf(Array.from({ length: count }, (_, at) => `Sheet ${at + 1} of mine`)),
    );
    await expect.poll(() => place.querySelectorAll("section").length, { timeout: 20_000 }).toBe(count);
    await expect.poll(() => place.textContent, { timeout: 20_000 }).toContain("Sheet 1 of mine");
    const first = place.querySelector("section")!;
    expect(first.getAttribute("aria-label")).toBe("Page 1 of 30");
    expect(place.querySelectorAll("canvas").length).toBeLessThan(10);
    const last = [...place.querySelectorAll("section")].at(-1)!;
    last.scrollIntoView();
    await expect.poll(() => last.textContent, { timeout: 20_000 }).toContain("Sheet 30 of mine");
    await expect.poll(() => first.querySelector("canvas")).toBeNull();
  });

  it("lays a paper's text where the picture of it stands", async () => {
    const place = shown("application/pdf", smallPdf(["Sheet of mine"]));
    await expect
      .poll(() => place.querySelector(".text-layer span")?.textContent, { timeout: 20_000 })
      .toBe("Sheet of mine");
    const page = place.querySelector("section")!.getBoundingClientRect();
    const text = place.querySelector(".text-layer span")!.getBoundingClientRect();
    const scale = page.width / 300;
    expect(Math.abs(text.left - page.left - 40 * scale)).toBeLessThan(3);
    expect(Math.abs(text.bottom - page.top - 100 * scale)).toBeLessThan(12 * scale);
    expect(text.width / scale).toBeGreaterThan(120);
  });

  it("that is a broken paper says so", async () => {
    const place = shown("application/pdf", bytesOf("%PDF-1.7 and then nothing"));
    await expect.poll(() => place.textContent, { timeout: 20_000 }).toContain("This PDF is damaged");
  });

  it("that is text shows its lines", () => {
    const place = shown("text/plain", bytesOf("First\nSecond <b>bold</b>"));
    expect(place.textContent).toBe("First\nSecond <b>bold</b>Download");
  });

  it.each([
    ["application/dicom", "medical images in DICOM"],
    ["text/html", "(text/html) cannot be shown"],
    ["image/svg+xml", "(image/svg+xml) cannot be shown"],
    ["image/tiff", "(image/tiff) cannot be shown"],
    ["", "(unknown) cannot be shown"],
  ])("of a kind that is not shown, %s, is offered to download", (mediaType, sentence) => {
    const place = shown(mediaType, bytesOf("<script>globalThis.wasHarmed = true</script>"));
    expect(place.textContent).toContain(sentence);
    expect(place.querySelector("button")!.textContent).toBe("Download");
    expect("wasHarmed" in globalThis).toBe(false);
  });

  it("that is larger than 50 MB is offered to download alone", () => {
    const place = shown("application/fhir+json", new Uint8Array(mostBytesShown + 1));
    expect(place.textContent).toMatch(/^This record is larger than 50 MB.*Download$/);
  });

  it("is downloaded under its title, as bytes that no browser opens in the app's name", async () => {
    const offered = vi.spyOn(URL, "createObjectURL");
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
    shown("text/html", bytesOf("<p>x</p>")).querySelector("button")!.click();
    expect(names).toEqual(["Knee, left.bin"]);
    expect((offered.mock.calls[0]![0] as Blob).type).toBe("application/octet-stream");
  });
});
