import { atc, concept, rxNorm } from "./codings.ts";

export const medicines = {
  metformin500: rx("Metformin 500 mg tablet", "861007", "metformin hydrochloride 500 MG Oral Tablet"),
  metformin1000: rx("Metformin 1000 mg tablet", "861004", "metformin hydrochloride 1000 MG Oral Tablet"),
  empagliflozin: rx("Empagliflozin 10 mg tablet", "1545658", "empagliflozin 10 MG Oral Tablet"),
  lisinopril10: rx("Lisinopril 10 mg tablet", "314076", "lisinopril 10 MG Oral Tablet"),
  lisinopril20: rx("Lisinopril 20 mg tablet", "314077", "lisinopril 20 MG Oral Tablet"),
  amlodipine: rx("Amlodipine 5 mg tablet", "197361", "amlodipine 5 MG Oral Tablet"),
  atorvastatin: rx("Atorvastatin 20 mg tablet", "617310", "atorvastatin 20 MG Oral Tablet"),
  sertraline: rx("Sertraline 50 mg tablet", "312941", "sertraline 50 MG Oral Tablet"),
  iron: rx("Iron 325 mg tablet", "310325", "ferrous sulfate 325 MG Oral Tablet"),
  norethindrone: rx("Progestin-only pill", "748962", "Camila 28 Day Pack"),
  ibuprofen: rx("Ibuprofen 200 mg tablet", "310965", "ibuprofen 200 MG Oral Tablet"),
  acetaminophen: rx("Acetaminophen 325 mg tablet", "313782", "acetaminophen 325 MG Oral Tablet"),
  amoxicillin: rx("Amoxicillin 400 mg/5 mL suspension", "308189", "amoxicillin 80 MG/ML Oral Suspension"),
  albuterol: rx("Albuterol inhaler", "745679", "200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler"),
  fluticasone: rx(
    "Fluticasone 44 µg inhaler",
    "895994",
    "120 ACTUAT fluticasone propionate 0.044 MG/ACTUAT Metered Dose Inhaler",
  ),
  prednisone: rx("Prednisone 5 mg tablet", "312617", "prednisone 5 MG Oral Tablet"),
  epinephrine: rx("Epinephrine auto-injector 0.3 mg", "1870230", "0.3 ML epinephrine 1 MG/ML Auto-Injector"),
  cetirizine: rx("Cetirizine 10 mg tablet", "1014678", "cetirizine hydrochloride 10 MG Oral Tablet"),
  doxycycline: concept("Doxycycline 100 mg capsule", atc("J01AA02", "doxycycline")),
};

function rx(text: string, code: string, display: string) {
  return concept(text, rxNorm(code, display));
}
