import { inLocale } from "./inLocale.ts";

/** What is said around a record that is open: pictures, papers, and what cannot be shown. */
export const viewerWords = inLocale({
  download: "Download",
  showAsData: "Show as data",
  data: (title: string) => `${title} as data`,
  tooLarge: "This record is larger than 50 MB. It can be downloaded, but not shown here.",
  brokenFhir: "This record is damaged or not written in FHIR, so it cannot be shown. It can be downloaded as it is.",
  brokenPdf: "This PDF is damaged and cannot be shown. It can be downloaded as it is.",
  lockedPdf: "This PDF is protected with a password. Download it and open it with a PDF reader.",
  brokenImage: "This picture is damaged and cannot be shown. It can be downloaded as it is.",
  dicom: "This record holds medical images in DICOM. Download it and open it with a DICOM viewer.",
  unknownKind: (mediaType: string) =>
    `Documents of this kind (${mediaType}) cannot be shown here. It can be downloaded.`,
  unknownType: "unknown",
  loading: "Opening the document",
  page: (number: number, count: number) => `Page ${number} of ${count}`,
  pages: (title: string) => `Pages of ${title}`,
  zoom: "Size",
  zoomIn: "Larger",
  zoomOut: "Smaller",
});
