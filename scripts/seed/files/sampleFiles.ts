import type { PlainRecord } from "#core/records/PlainRecord.ts";
import { recordOfFile } from "#core/records/recordOfFile.ts";
import type { Subject } from "../histories/History.ts";
import { day, instant } from "../histories/addResource.ts";
import { appendicitisDaysAgo } from "../histories/stories/appendicitis.ts";
import { asthmaAttackDaysAgo } from "../histories/stories/asthma.ts";
import type { StoryName } from "../histories/stories.ts";
import { daysAfter } from "../histories/times.ts";
import { clinicians } from "../people.ts";
import { chestRadiograph } from "./chestRadiograph.ts";
import { letterPdf } from "./letterPdf.ts";
import { retinaPicture } from "./retinaPicture.ts";

export type SampleFilesParameters = { person: Subject; story: StoryName; today: string };

/** What clinics handed out besides, as files: of some stories, and of their time. */
export function sampleFiles({ person, story, today }: SampleFilesParameters): PlainRecord[] {
  const ago = (days: number) => daysAfter(new Date(`${today}T17:00:00Z`), -days);
  if (story === "appendicitis") return [dischargeLetter(person, ago(appendicitisDaysAgo - 1))];
  if (story === "asthma") {
    const [content, issued] = [chestRadiograph(1), instant(ago(asthmaAttackDaysAgo))];
    return [recordOfFile({ content, name: "Chest_X-ray.png", title: "Chest X-ray", issued, category: "imaging" })];
  }
  if (story === "diabetes") {
    const [content, issued] = [retinaPicture(1), instant(ago(280))];
    return [recordOfFile({ content, name: "Retina.png", title: "Retina, right eye", issued, category: "imaging" })];
  }
  return [];
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
