import { bytesToHex } from "viem";
import type { SamplePerson } from "../../frontend/configuration/Configuration.ts";
import { type Patient, type Person, people } from "../seed/people.ts";
import { samplePassphrase } from "../seed/samplePassphrase.ts";

/** By the kind of a licence. */
const licensedRoles = ["physician", "pharmacist", "hospital"] as const;

/** Whom a newcomer to the local chain can be, patients first. */
export function samplePeople(now: Date): SamplePerson[] {
  const { patients, licensed, staff, applicant, boardMember, boardAssistant } = people;
  return [
    ...patients.map((person) => patient(person, now)),
    ...licensed.map((person) => samplePerson(person, licensedRoles[person.kind]!, person.about)),
    ...staff.map((person) => samplePerson(person, "staff", person.about)),
    samplePerson(applicant, "applicant", applicant.about),
    samplePerson(boardMember, "board", boardMember.about),
    samplePerson(boardAssistant, "board", boardAssistant.about),
  ];
}

function patient(person: Patient, now: Date): SamplePerson {
  const { birthDate, about } = person;
  return Object.assign(samplePerson(person, "patient", `${ageOf(birthDate, now)}, ${about}`), { birthDate });
}

function samplePerson({ name, account }: Person, role: SamplePerson["role"], about: string): SamplePerson {
  return {
    name: name.split(", ")[0]!,
    role,
    about,
    privateKey: bytesToHex(account.getHdKey().privateKey!),
    passphrase: samplePassphrase,
  };
}

function ageOf(birthDate: string, now: Date): number {
  const [year, month, day] = birthDate.split("-").map(Number) as [number, number, number];
  const hadBirthday = now.getUTCMonth() + 1 > month || (now.getUTCMonth() + 1 === month && now.getUTCDate() >= day);
  return now.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
}
