import type { Category } from "#core/records/categories.ts";

export type Description = {
  contentLength: number;
  category: Category;
  epoch: number;
  mediaType: string;
  title: string;
  issued: string;
  resources: string[];
  /** The title of the record that this one takes the place of. */
  supersedes?: string;
};

/** Lengths at which chunks and padding change, and titles that canonical JSON and UTF-8 can get wrong. */
export const descriptions: Description[] = [
  {
    contentLength: 0,
    category: "summary",
    epoch: 0,
    mediaType: "text/plain",
    title: "",
    issued: "2026-01-05T08:00:00Z",
    resources: [],
  },
  {
    contentLength: 1,
    category: "labs",
    epoch: 1,
    mediaType: "application/fhir+json",
    title: "Potasio, sérico",
    issued: "2026-02-11T16:45:09Z",
    resources: ["Observation"],
  },
  {
    contentLength: 4096,
    category: "labs",
    epoch: 2,
    mediaType: "application/fhir+json",
    title: "Potasio, sérico (corregido: 4,1 → 5,1 mmol/l)",
    issued: "2026-02-12T07:30:00.250Z",
    resources: ["Observation", "Provenance"],
    supersedes: "Potasio, sérico",
  },
  {
    contentLength: 65_536,
    category: "mental-health",
    epoch: 1,
    mediaType: "application/pdf",
    title: 'Відгук "№ 7" — 心理相談\t\\ é e\u0301 👩🏽‍⚕️ \u007f\u2028</script>',
    issued: "2026-02-20T23:59:59Z",
    resources: ["DocumentReference"],
  },
  {
    contentLength: 65_537,
    category: "genomics",
    epoch: 2,
    mediaType: "text/x-vcf",
    title: "Ӕ".repeat(300),
    issued: "2024-02-29T12:00:00Z",
    resources: ["MolecularSequence"],
  },
  {
    contentLength: 1_048_576,
    category: "imaging",
    epoch: 2,
    mediaType: "application/dicom",
    title: "صورة الصدر بالأشعة السينية",
    issued: "2026-03-01T00:00:00Z",
    resources: ["ImagingStudy"],
  },
];
