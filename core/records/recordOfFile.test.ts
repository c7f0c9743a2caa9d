import { describe, expect, it } from "vitest";
import { describeFile, recordOfFile } from "./recordOfFile.ts";

const pdf = new TextEncoder().encode("%PDF-1.7");
const dicom = new TextEncoder().encode(`${"\0".repeat(128)}DICM`);
const letter = new TextEncoder().encode("Dear patient");
const issued = "2024-05-06T07:08:09Z";

function typeOf(content: Uint8Array<ArrayBuffer>, mediaType: string): string {
  return recordOfFile({ content, mediaType }).mediaType;
}

describe("recordOfFile", () => {
  it("makes a record of a document", () => {
    expect(recordOfFile({ content: pdf, name: "scans/Discharge_letter.pdf", issued })).toEqual({
      category: "encounters",
      mediaType: "application/pdf",
      title: "Discharge letter",
      issued,
      resources: ["DocumentReference"],
      content: pdf,
    });
  });

  it("makes a record of images, under imaging", () => {
    const record = recordOfFile({ content: dicom, issued });
    expect(record).toMatchObject({ category: "imaging", mediaType: "application/dicom", title: "Images" });
    expect(record.resources).toEqual(["ImagingStudy"]);
  });

  it("follows the person's title, date and category", () => {
    const said = { title: "Knee, before the operation", issued, category: "labs" } as const;
    expect(recordOfFile({ content: pdf, name: "x.pdf", ...said })).toMatchObject(said);
  });

  it("describes a large file by its head alone", () => {
    const { content: _, ...description } = recordOfFile({ content: dicom, issued });
    expect(describeFile({ head: dicom.subarray(0, 132), issued })).toEqual(description);
  });

  it("is issued now where nobody says when", () => {
    expect(Date.now() - Date.parse(recordOfFile({ content: pdf }).issued)).toBeLessThan(60_000);
  });

  it("believes the sender about the type only where the bytes do not tell", () => {
    expect(typeOf(letter, "text/csv; charset=utf-8")).toBe("text/csv");
    expect(typeOf(new Uint8Array([0, 1]), "application/zip")).toBe("application/zip");
    expect(typeOf(pdf, "image/png")).toBe("application/pdf");
    expect(typeOf(letter, "application/pdf")).toBe("text/plain");
    expect(typeOf(letter, "text/html")).toBe("text/plain");
    expect(typeOf(letter, "nonsense")).toBe("text/plain");
  });
});
