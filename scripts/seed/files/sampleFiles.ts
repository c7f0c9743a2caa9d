import type { PlainRecord } from "#core/records/PlainRecord.ts";
import { recordOfFile } from "#core/records/recordOfFile.ts";
import type { Subject } from "../histories/History.ts";
import { day, instant } from "../histories/addResource.ts";
import type { StoryName } from "../histories/stories.ts";
import { daysAfter } from "../histories/times.ts";
import { clinicians } from "../people.ts";
import { chestRadiograph } from "./chestRadiograph.ts";
import { letterPdf } from "./letterPdf.ts";
import { retinaPicture } from "./retinaPicture.ts";

export type SampleFilesParameters = {
  person: Subject;
  story: StoryName;
  /** The history's. */
  records: readonly PlainRecord[];
};

/** What a clinic handed out besides, as a file: of some stories, and of the day on which pictures were taken last. */
export function sampleFiles({ person, story, records }: SampleFilesParameters): PlainRecord[] {
  const pictured = records.filter(({ category }) => category === "imaging").map(({ issued }) => issued);
  const last = new Date(pictured.toSorted().at(-1) ?? 0);
  if (story === "appendicitis") return [dischargeLetter(person, daysAfter(last, 1))];
  if (story === "asthma") return [picture("Chest X-ray", chestRadiograph(1), last)];
  if (story === "diabetes") return [picture("Retina, right eye", retinaPicture(1), last)];
  return [];
}

function picture(title: string, content: Uint8Array<ArrayBuffer>, taken: Date): PlainRecord {
  return recordOfFile({ content, title, issued: instant(taken), category: "imaging" });
}

function dischargeLetter({ name, birthDate }: Subject, written: Date): PlainRecord {
  const content = letterPdf({
    title: clinicians.hospital.name,
    lines: [
      "SAMPLE: this letter and everybody in it are made up.",
      "",
      `Discharge letter, ${day(written)}`,
      `Patient: ${name}, born ${birthDate}`,
      "",
      `To ${clinicians.familyDoctor.name}`,
      "",
      "Diagnosis: acute appendicitis without perforation.",
      "Operation: laparoscopic appendectomy, without complication.",
      "",
      "The patient came at night with pain in the right lower belly, 38.1 °C and raised white cells.",
      "Ultrasound showed an appendix of 10 mm. It was removed the same morning. No fever since then.",
      "",
      "Please look at the wounds in two weeks. Ibuprofen and acetaminophen as needed.",
      "No lifting and no sport for four weeks.",
    ],
  });
  const issued = instant(written);
  return recordOfFile({
    content,
    name: "Discharge_letter.pdf",
    title: "Discharge letter",
    issued,
    category: "encounters",
  });
}
