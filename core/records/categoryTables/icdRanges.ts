import type { SensitiveCategory } from "./SensitiveCategory.ts";

/** A range of codes without their dots, ends included; it holds every code that begins with one between its ends. */
export type CodeRange = readonly [from: string, to: string, what: string];

/** Diagnoses of ICD-10 and its national editions. */
export const icd10Ranges: Record<SensitiveCategory, readonly CodeRange[]> = {
  "mental-health": [
    ["F00", "F99", "mental and behavioural disorders, ICD's own chapter"],
    ["R4585", "R4585", "thoughts of suicide or homicide"],
    ["T1491", "T1491", "suicide attempt"],
    ["X60", "X84", "intentional self-harm"],
    ["Z133", "Z133", "screening for mental disorders"],
    ["Z502", "Z503", "rehabilitation after alcohol or drugs"],
    ["Z714", "Z715", "counselling about alcohol or drugs"],
    ["Z726", "Z726", "gambling"],
    ["Z865", "Z865", "history of mental disorders"],
    ["Z915", "Z915", "history of self-harm"],
  ],
  "sexual-health": [
    ["A50", "A64", "infections transmitted mainly by sex"],
    ["B20", "B24", "HIV disease"],
    ["B977", "B977", "human papillomavirus"],
    ["N46", "N46", "male infertility"],
    ["N52", "N52", "erectile dysfunction"],
    ["N70", "N77", "inflammation of female pelvic organs"],
    ["N96", "N97", "recurrent pregnancy loss, female infertility"],
    ["O00", "O9A", "pregnancy, childbirth and the time after, ICD's own chapter"],
    ["R75", "R75", "unclear HIV test"],
    ["T742", "T742", "sexual abuse"],
    ["T762", "T762", "suspected sexual abuse"],
    ["Y05", "Y05", "sexual assault"],
    ["Z113", "Z114", "screening for sexually transmitted infections and HIV"],
    ["Z202", "Z202", "contact with a sexually transmitted infection"],
    ["Z206", "Z206", "contact with HIV"],
    ["Z21", "Z21", "HIV without symptoms"],
    ["Z224", "Z224", "carrier of a sexually transmitted infection"],
    ["Z30", "Z37", "contraception, fertility, pregnancy, delivery"],
    ["Z39", "Z39", "care after delivery"],
    ["Z640", "Z640", "unwanted pregnancy"],
    ["Z70", "Z70", "counselling about sexuality"],
    ["Z717", "Z717", "counselling about HIV"],
    ["Z725", "Z725", "sexual behaviour"],
    ["Z793", "Z793", "long use of hormonal contraceptives"],
  ],
  // Genetic diseases themselves stay on the problem list: whoever treats the patient has to know them.
  genomics: [
    ["Z137", "Z137", "screening for genetic disease"],
    ["Z14", "Z15", "genetic carrier, genetic susceptibility"],
    ["Z8481", "Z8481", "a relative who is a genetic carrier"],
  ],
};

/** Diagnoses of ICD-9-CM, which older charts are full of. */
export const icd9Ranges: Record<SensitiveCategory, readonly CodeRange[]> = {
  "mental-health": [
    ["290", "319", "mental disorders, ICD's own chapter"],
    ["E950", "E959", "intentional self-harm"],
    ["V11", "V11", "history of mental disorders"],
    ["V6284", "V6285", "thoughts of suicide or homicide"],
    ["V79", "V79", "screening for mental disorders"],
  ],
  "sexual-health": [
    ["042", "042", "HIV disease"],
    ["0794", "0794", "human papillomavirus"],
    ["090", "099", "infections transmitted mainly by sex"],
    ["606", "606", "male infertility"],
    ["614", "616", "inflammation of female pelvic organs"],
    ["628", "628", "female infertility"],
    ["630", "679", "pregnancy, childbirth and the time after, ICD's own chapter"],
    ["V016", "V016", "contact with a sexually transmitted infection"],
    ["V08", "V08", "HIV without symptoms"],
    ["V22", "V28", "pregnancy, delivery, contraception, fertility"],
    ["V692", "V692", "sexual behaviour"],
  ],
  genomics: [
    ["V83", "V84", "genetic carrier, genetic susceptibility"],
    ["V1891", "V1891", "a relative who is a genetic carrier"],
  ],
};
