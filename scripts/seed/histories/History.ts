import type { Resource } from "#core/records/BundleEntry.ts";
import type { clinicians, Patient } from "../people.ts";
import type { Random } from "./createRandom.ts";

export type Subject = Pick<Patient, "name" | "birthDate" | "sex">;

export type Reference = { reference: string; display?: string };

export type ClinicianRole = keyof typeof clinicians;

/** One patient's history while it is being written. */
export type History = {
  person: Subject;
  patient: Reference;
  /** At noon. Nothing happens from this day on. */
  today: Date;
  random: Random;
  /** Of an adult in health, in kilograms and centimetres. */
  body: { weight: number; height: number };
  staff: Map<ClinicianRole, Reference>;
  entries: { at: string; fullUrl: string; resource: Resource }[];
};

/** What a story tells hangs on visits. */
export type Visit = { history: History; at: Date; by: ClinicianRole; reference: Reference };
