import type { History, Visit } from "../History.ts";
import { beginVisit } from "../beginVisit.ts";
import { concept, loinc } from "../codings.ts";
import { conditions } from "../conditions.ts";
import { diagnose } from "../diagnose.ts";
import { medicines } from "../medicines.ts";
import { prescribe } from "../prescribe.ts";
import { type Finding, detected, notDetected, reportLaboratory } from "../reportLaboratory.ts";
import { daysAfter } from "../times.ts";
import { writeNote } from "../writeNote.ts";

/** A test that found something, its treatment, and the test three months later that found nothing. */
export function chlamydia(history: History): void {
  const on = daysAfter(history.today, -history.random.whole(190, 210));
  const condition = conditions.chlamydia;
  const first = beginVisit(history, { on, kind: "symptom", by: "familyDoctor", reason: condition });
  test(first, { chlamydiaResult: detected, flag: "POS" });
  diagnose(first, { condition, ended: daysAfter(first.at, 14) });
  prescribe(first, {
    medicine: medicines.doxycycline,
    dose: "1 capsule twice a day for seven days",
    timesADay: 2,
    status: "completed",
    reason: condition,
  });
  writeNote(first, {
    title: "Note of the visit",
    kind: loinc("11506-3", "Progress note"),
    text: "Burning for a week. Talked about telling partners, who should be tested too, and about condoms.",
    labels,
  });

  const reason = conditions.stiScreening;
  const again = beginVisit(history, { on: daysAfter(on, 95), kind: "followUp", by: "familyDoctor", reason });
  test(again, { chlamydiaResult: notDetected, flag: "NEG" });
}

const labels = ["STD"];

type Outcome = { chlamydiaResult: Finding["result"]; flag: Finding["flag"] };

function test(visit: Visit, { chlamydiaResult, flag }: Outcome): void {
  reportLaboratory(visit, {
    name: "Chlamydia and gonorrhoea in urine",
    findings: [
      {
        test: concept("Chlamydia", loinc("43304-5", "Chlamydia trachomatis rRNA [Presence] in Specimen by NAA")),
        result: chlamydiaResult,
        flag,
      },
      {
        test: concept("Gonorrhoea", loinc("43305-2", "Neisseria gonorrhoeae rRNA [Presence] in Specimen by NAA")),
        result: notDetected,
        flag: "NEG",
      },
    ],
    labels,
  });
}
