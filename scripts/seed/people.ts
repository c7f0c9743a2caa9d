import { type HDAccount, mnemonicToAccount } from "viem/accounts";
import type { StoryName } from "./histories/stories.ts";

/** The mnemonic that every local Ethereum chain uses: its keys are known to all and worth nothing. */
const mnemonic = "test test test test test test test test test test test junk";

const account = (addressIndex: number) => mnemonicToAccount(mnemonic, { addressIndex });

export type Person = { name: string; account: HDAccount };
export type LicensedPerson = Person & { kind: number; licenceNumber: string; about: string };
export type Patient = Person & { birthDate: string; sex: "female" | "male"; story: StoryName; about: string };

const [physician, pharmacist, hospital] = [0, 1, 2];

/** By what they do for the sample patients. */
export const clinicians = {
  familyDoctor: {
    name: "Dr. Amara Okafor, family medicine",
    account: account(3),
    kind: physician,
    licenceNumber: "MD-204117",
    about: "Family doctor; several patients share with her",
  },
  cardiologist: {
    name: "Dr. Luís Ferreira, cardiology",
    account: account(4),
    kind: physician,
    licenceNumber: "MD-198852",
    about: "Cardiologist",
  },
  psychiatrist: {
    name: "Dr. Hanna Weiss, psychiatry",
    account: account(5),
    kind: physician,
    licenceNumber: "MD-221906",
    about: "Psychiatrist",
  },
  pharmacist: {
    name: "Noah Lindqvist, pharmacist",
    account: account(6),
    kind: pharmacist,
    licenceNumber: "PH-33071",
    about: "Pharmacist",
  },
  hospital: {
    name: "Harbor General Hospital",
    account: account(7),
    kind: hospital,
    licenceNumber: "HO-0412",
    about: "Adds results and letters to charts that allow it",
  },
} satisfies Record<string, LicensedPerson>;

/** By the names that the sample shares call them. */
export const patients = {
  maya: {
    name: "Maya Chen",
    account: account(8),
    birthDate: "1993-08-14",
    sex: "female",
    story: "pregnancy",
    about: "a pregnancy, and a mother",
  },
  tomas: {
    name: "Tomás Rivera",
    account: account(9),
    birthDate: "1967-02-03",
    sex: "male",
    story: "diabetes",
    about: "diabetes and blood pressure",
  },
  ingrid: {
    name: "Ingrid Solberg",
    account: account(10),
    birthDate: "1985-05-02",
    sex: "female",
    story: "depression",
    about: "depression",
  },
  kwame: {
    name: "Kwame Mensah",
    account: account(11),
    birthDate: "1998-07-19",
    sex: "male",
    story: "appendicitis",
    about: "an operation on the appendix",
  },
  leo: {
    name: "Leo Chen",
    account: account(12),
    birthDate: "2021-03-09",
    sex: "male",
    story: "childhood",
    about: "a child, with vaccinations and check-ups",
  },
  priya: {
    name: "Priya Nair",
    account: account(13),
    birthDate: "2003-11-27",
    sex: "female",
    story: "asthma",
    about: "asthma",
  },
} satisfies Record<string, Patient>;

/** Who works for the sample hospital, with keys of their own. */
export const staff = {
  clerk: {
    name: "Rosa Marín",
    account: account(14),
    about: "Adds what arrives for Harbor General Hospital",
  },
} satisfies Record<string, Person & { about: string }>;

/** Who is on the local chain. None of them exists; their names stand here and nowhere on the chain. */
export const people = {
  operator: { name: "Operator", account: account(0) },
  jurisdiction: "US-MA",
  boardRoot: { name: "Board of Massachusetts, root", account: account(1) },
  boardMember: {
    name: "Ruth Abara, clerk of the board",
    account: account(2),
    about: "Clerk of the board that licenses the others",
  },
  /** May not act alone. */
  boardAssistant: {
    name: "Jonas Keel, assistant of the board",
    account: account(15),
    about: "Sits on the board, and proposes what the clerk decides",
  },
  /** Has no licence yet. */
  applicant: {
    name: "Dr. Elif Aydın, surgery",
    account: account(16),
    about: "A surgeon who has no licence here yet",
  },
  licensed: Object.values(clinicians) as LicensedPerson[],
  patients: Object.values(patients) as Patient[],
  staff: Object.values(staff),
  /** Pays for what people sign. */
  gateway: { name: "Gateway", account: account(19) },
};
