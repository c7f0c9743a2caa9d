import type { SensitiveCategory } from "./SensitiveCategory.ts";

/**
 * HL7's labels of sensitive information (v3-ActCode), as whoever wrote a resource put them into `meta.security`.
 * "Sexual health" stands for reproductive health too, as HL7's own label does.
 */
export const securityLabels: Record<SensitiveCategory, Record<string, string>> = {
  "mental-health": {
    PSY: "psychiatric disorder",
    PSYTHPN: "psychotherapy note",
    HIPAAPsyNotes: "psychotherapy note, by United States law",
    MH: "mental health",
    BH: "behavioural health",
    EMOTDIS: "emotional disturbance",
    COGN: "cognitive disability",
    DVD: "developmental disability",
    ETH: "alcohol or drug misuse",
    SUD: "substance use disorder",
    ETHUD: "alcohol use disorder",
    OPIOIDUD: "opioid use disorder",
    "42CFRPart2": "treatment for substance use, by United States law",
  },
  "sexual-health": {
    SEX: "sexuality and reproductive health",
    STD: "sexually transmitted disease",
    HIV: "HIV and AIDS",
    PREGNANT: "pregnancy",
    GENDER: "gender and sexual orientation",
    SDV: "sexual assault, abuse or domestic violence",
    MST: "sexual trauma in the military",
  },
  genomics: {
    GDIS: "genetic disease",
    SCA: "sickle cell anaemia",
    SICKLE: "sickle cell",
  },
};
