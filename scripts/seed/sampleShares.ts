import type { Purpose } from "#core/consent/purposes.ts";
import type { Category } from "#core/records/categories.ts";
import { type Patient, type Person, clinicians, patients } from "./people.ts";

export type SampleShare = {
  with: Person;
  read: readonly Category[];
  /** What the grantee writes of late in these categories, they add to the chart themselves. */
  contribute: readonly Category[];
  purpose: Purpose;
  /** From now on. */
  days: number;
  /** The first of a chart only: it changes the keys, and those who come later get the new ones too. */
  isRevoked?: true;
};

const { familyDoctor, cardiologist, psychiatrist, pharmacist, hospital } = clinicians;
const { maya, tomas, ingrid, kwame, leo, priya } = patients;

const everyday: readonly Category[] = [
  "summary",
  "encounters",
  "labs",
  "imaging",
  "medications",
  "immunizations",
  "vitals",
];
const visits: readonly Category[] = ["encounters", "medications", "immunizations", "vitals"];

/** With whom the sample patients share what: long and short, wide and narrow, ended and about to end. */
export const sampleShares: readonly { patient: Patient; shares: readonly SampleShare[] }[] = [
  {
    patient: tomas,
    shares: [
      { with: cardiologist, read: everyday, contribute: [], purpose: "treatment", days: 90, isRevoked: true },
      { with: familyDoctor, read: everyday, contribute: visits, purpose: "treatment", days: 365 },
      { with: hospital, read: [], contribute: ["labs", "imaging"], purpose: "treatment", days: 180 },
      { with: pharmacist, read: ["medications"], contribute: [], purpose: "treatment", days: 2 },
    ],
  },
  {
    patient: maya,
    shares: [
      {
        with: familyDoctor,
        read: [...everyday, "sexual-health"],
        contribute: [...visits, "sexual-health"],
        purpose: "treatment",
        days: 365,
      },
      {
        with: hospital,
        read: ["summary", "sexual-health"],
        contribute: ["labs"],
        purpose: "treatment",
        days: 60,
      },
    ],
  },
  {
    patient: leo,
    shares: [
      { with: familyDoctor, read: everyday, contribute: visits, purpose: "treatment", days: 730 },
      { with: maya, read: ["summary", "immunizations"], contribute: [], purpose: "family", days: 3650 },
    ],
  },
  {
    patient: ingrid,
    shares: [
      {
        with: psychiatrist,
        read: ["summary", "medications", "mental-health"],
        contribute: ["mental-health"],
        purpose: "treatment",
        days: 365,
      },
      { with: familyDoctor, read: everyday, contribute: visits, purpose: "treatment", days: 365 },
    ],
  },
  {
    patient: kwame,
    shares: [
      {
        with: hospital,
        read: ["summary", "encounters", "labs", "imaging"],
        contribute: ["encounters", "labs", "imaging"],
        purpose: "treatment",
        days: 30,
      },
    ],
  },
  {
    patient: priya,
    shares: [
      { with: familyDoctor, read: everyday, contribute: visits, purpose: "treatment", days: 365 },
      { with: hospital, read: ["summary", "medications"], contribute: ["labs"], purpose: "emergency", days: 365 },
    ],
  },
];
