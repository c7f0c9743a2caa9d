import { clinicians } from "../../scripts/seed/people.ts";

/** The licensed hospital of a local chain. */
export const hospital = clinicians.hospital.account;
