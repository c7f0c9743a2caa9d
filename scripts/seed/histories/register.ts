import type { History } from "./History.ts";
import { addResource, day } from "./addResource.ts";
import { hl7 } from "./codings.ts";
import { atTime, monthsAfter, yearsBetween } from "./times.ts";

/** Who the patient is, and who pays. */
export function register(history: History): void {
  const { person, today, random } = history;
  const { name, birthDate, sex } = person;
  const born = new Date(`${birthDate}T00:00:00Z`);
  const [given = name, family = ""] = name.split(" ");
  const patient = {
    resourceType: "Patient",
    active: true,
    name: [{ use: "official", text: name, family, given: [given] }],
    gender: sex,
    birthDate,
  };
  history.patient = { ...addResource(history, { resource: patient, at: born }), display: name };

  const insuredFor = Math.min(random.whole(30, 40), Math.floor(12 * yearsBetween(born, today)));
  const since = atTime(monthsAfter(today, -insuredFor), 0, 0);
  const coverage = {
    resourceType: "Coverage",
    status: "active",
    type: { coding: [hl7("v3-ActCode", "HIP", "health insurance plan policy")] },
    subscriberId: `SAMPLE-${random.whole(100_000, 1_000_000)}`,
    beneficiary: history.patient,
    period: { start: day(since) },
    payor: [{ display: "Baystate Sample Health Plan" }],
  };
  addResource(history, { resource: coverage, at: since });
}
