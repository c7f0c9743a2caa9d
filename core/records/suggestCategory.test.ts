import { describe, expect, it } from "vitest";
import { suggestCategory } from "./suggestCategory.ts";

describe("suggestCategory", () => {
  it.each([
    ["application/dicom", "series1.dcm", "imaging"],
    ["application/dicom", "blood vessels.dcm", "imaging"],
    ["application/dicom", "prenatal.dcm", "sexual-health"],
    ["application/pdf", "MRI_knee.pdf", "imaging"],
    ["application/pdf", "Blood_results.pdf", "labs"],
    ["application/pdf", "vaccination-card.pdf", "immunizations"],
    ["application/pdf", "HIV test.pdf", "sexual-health"],
    ["application/pdf", "letter of the psychiatrist.pdf", "mental-health"],
    ["text/plain", "genome.vcf", "genomics"],
    ["image/jpeg", "invoice_12.jpg", "administrative"],
    ["image/jpeg", "IMG_0001.jpg", "encounters"],
    ["application/pdf", "doctor.pdf", "encounters"],
    ["application/pdf", undefined, "encounters"],
  ])("suggests for %s %s %s", (mediaType, name, category) => {
    expect(suggestCategory({ mediaType, name })).toBe(category);
  });
});
