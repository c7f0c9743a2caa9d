import type { History } from "../History.ts";
import { addResource, instant } from "../addResource.ts";
import { beginVisit } from "../beginVisit.ts";
import { concept, hl7, loinc, snomed } from "../codings.ts";
import { conditions } from "../conditions.ts";
import { type Finding, notDetected, reportLaboratory } from "../reportLaboratory.ts";
import { daysAfter } from "../times.ts";

/** A mother who was ill early, and a test of two genes that found nothing. */
export function familyRisk(history: History): void {
  const visit = beginVisit(history, {
    on: daysAfter(history.today, -history.random.whole(640, 680)),
    kind: "checkUp",
    by: "familyDoctor",
    minutes: 40,
    reason: conditions.familyBreastCancer,
  });
  const mother = {
    resourceType: "FamilyMemberHistory",
    status: "completed",
    patient: history.patient,
    date: instant(visit.at),
    relationship: concept("Mother", hl7("v3-RoleCode", "MTH", "mother")),
    condition: [
      {
        code: concept("Breast cancer", snomed("254837009", "Malignant neoplasm of breast")),
        onsetAge: { value: 46, unit: "years", system: "http://unitsofmeasure.org", code: "a" },
      },
    ],
  };
  addResource(history, { resource: mother, at: visit.at });
  reportLaboratory(visit, {
    name: "Genes that raise the risk of breast cancer",
    code: loinc("51969-4", "Genetic analysis report"),
    findings: [gene("BRCA1", "21636-6"), gene("BRCA2", "38530-2")],
    conclusion:
      "No harmful variant in BRCA1 or BRCA2. For the family's history alone a mammogram every year is advised.",
  });
}

function gene(name: string, code: string): Finding {
  const display = `${name} gene mutations found [Identifier] in Blood or Tissue by Molecular genetics method`;
  return { test: concept(name, loinc(code, display)), result: notDetected, flag: "NEG" };
}
