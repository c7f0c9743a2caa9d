import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../../words/fhirWords.ts";
import { formatCode } from "../format/formatCode.ts";
import { formatCodes } from "../format/formatCodes.ts";
import { formatDay } from "../format/formatDay.ts";
import { formatDays } from "../format/formatDays.ts";
import { describeDatum } from "../measure/describeDatum.ts";
import { member } from "../member.ts";
import { nameOfReference } from "../nameOfReference.ts";
import { namesOfReferences } from "../namesOfReferences.ts";
import type { Reading } from "../Reading.ts";
import { createTold } from "./createTold.ts";
import { mistakeMark } from "./mistakeMark.ts";
import { statusWord } from "./statusWord.ts";
import type { Told } from "./Told.ts";

/** Coverage, Claim and ExplanationOfBenefit, in short: what it was for and what it came to. */
export function tellInsurance(reading: Reading): Told {
  const { reader, entry } = reading;
  const paper = entry.resource;
  const services = listOf(paper["item"])
    .slice(0, 20)
    .map((item) => member(item, "productOrService"));
  const totals = listOf(paper["total"]);
  const total = member(totals[0], "amount") ?? totals[0];
  const classes = listOf(paper["class"]).map((each) => describeDatum("String", member(each, "name"), reader));
  return createTold({
    title: formatCodes(services) ?? namesOfReferences(paper["payor"], reading) ?? formatCode(paper["type"]),
    when: formatDays(paper["billablePeriod"] ?? paper["period"], reader) ?? formatDay(paper["created"], reader),
    marks: [mistakeMark(paper)],
    facts: [
      [fhirWords.kind, paper["payor"] === undefined ? undefined : formatCode(paper["type"])],
      [fhirWords.insurer, nameOfReference(paper["insurer"], reading)],
      [fhirWords.plan, classes.filter((name) => name !== undefined).join(", ")],
      [fhirWords.where, nameOfReference(paper["provider"], reading)],
      [fhirWords.total, describeDatum("Money", total, reader)],
      [fhirWords.paid, describeDatum("Money", member(paper, "payment", "amount"), reader)],
      [fhirWords.status, statusWord(paper["status"])],
    ],
  });
}
