import { describe, expect, it } from "vitest";
import { decodeText } from "./decodeText.ts";
import { fileNameOf } from "./fileNameOf.ts";

describe("the name of a downloaded file", () => {
  it.each([
    ["Knee, left", "image/png", "Knee, left.png"],
    ["../../etc/passwd", "text/plain", "etc passwd.txt"],
    ['a<b>:"c"|d?*e\u{0}f\u{202e}g', "application/pdf", "a b c d e f g.pdf"],
    ["", "application/fhir+json", "Record.json"],
    ["...", "application/x-unheard", "Record.bin"],
    ["x".repeat(1_000), "text/plain", `${"x".repeat(100)}.txt`],
  ])("holds nothing that no file system takes: %s", (title, mediaType, name) => {
    expect(fileNameOf({ title, mediaType })).toBe(name);
  });
});

describe("a plain text", () => {
  it("is read whichever way it was written", () => {
    expect(decodeText(new TextEncoder().encode("Größe"))).toBe("Größe");
    expect(decodeText(Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65))).toBe("Größe");
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x47, 0, 0xf6, 0))).toBe("Gö");
    expect(decodeText(new Uint8Array())).toBe("");
  });
});
