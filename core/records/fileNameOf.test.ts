import fc from "fast-check";
import { expect, it } from "vitest";
import { fileNameOf } from "./fileNameOf.ts";

it.each([
  ["Knee left: MRI", "application/dicom", "0007-Knee-left-MRI.dcm"],
  ["../../etc/passwd", "text/plain", "0007-etc-passwd.txt"],
  ["\u202egpj.exe", "image/png", "0007-gpj-exe.png"],
  ["膝の手術", "application/pdf", "0007-膝の手術.pdf"],
  ["…", "toString", "0007-record.bin"],
])("“%s” of type %s is %s", (title, mediaType, name) => {
  expect(fileNameOf({ number: 7, title, mediaType })).toBe(name);
});

it("is a name on every system, whatever the title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (title) => {
      const name = fileNameOf({ number: 7, title, mediaType: "text/plain" });
      expect(name).toMatch(/^0007-[\p{L}\p{M}\p{N}-]+\.txt$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThan(200);
    }),
  );
});
