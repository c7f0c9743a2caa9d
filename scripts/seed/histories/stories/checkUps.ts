import type { History } from "../History.ts";
import { askAboutSmoking } from "../askAboutSmoking.ts";
import { beginVisit } from "../beginVisit.ts";
import { loinc } from "../codings.ts";
import { measure } from "../measure.ts";
import { reportLaboratory } from "../reportLaboratory.ts";
import { daysAfter } from "../times.ts";
import { vaccinate } from "../vaccinate.ts";

/** What a healthy adult has done every other year. */
export function checkUps(history: History): void {
  const { today, random, person, body } = history;
  for (const years of [5, 3]) {
    const on = daysAfter(today, -365 * years - random.whole(0, 60));
    const visit = beginVisit(history, { on, kind: "checkUp", by: "familyDoctor", minutes: 30 });
    measure(visit, {
      pressure: [random.between(108, 126), random.between(66, 79)],
      pulse: random.between(58, 76),
      weight: body.weight + random.between(-1.2, 1.2),
      height: body.height,
    });
    askAboutSmoking(visit, "never");
    vaccinate(visit, years === 5 ? "tetanusBooster" : "influenza");
    reportLaboratory(visit, {
      name: "Blood count",
      code: loinc("58410-2", "Complete blood count (hemogram) panel - Blood by Automated count"),
      values: {
        haemoglobin: person.sex === "female" ? random.between(12.4, 14.2) : random.between(14, 16.2),
        leukocytes: random.between(5, 8.5),
        platelets: random.between(190, 330),
      },
    });
  }
}
