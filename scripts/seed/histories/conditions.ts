import { concept, icd10, snomed } from "./codings.ts";

export const conditions = {
  diabetes: concept(
    "Type 2 diabetes",
    snomed("44054006", "Diabetes mellitus type 2"),
    icd10("E11.9", "Type 2 diabetes mellitus without complications"),
  ),
  hypertension: concept(
    "High blood pressure",
    snomed("59621000", "Essential hypertension"),
    icd10("I10", "Essential (primary) hypertension"),
  ),
  hyperlipidaemia: concept(
    "High blood lipids",
    snomed("55822004", "Hyperlipidemia"),
    icd10("E78.5", "Hyperlipidemia, unspecified"),
  ),
  retinopathy: concept(
    "Mild diabetic retinopathy, right eye",
    snomed("1551000119108", "Nonproliferative diabetic retinopathy due to type 2 diabetes mellitus"),
    icd10(
      "E11.3291",
      "Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy without macular edema, right eye",
    ),
  ),
  firstTrimester: concept(
    "Pregnancy, first trimester",
    snomed("72892002", "Normal pregnancy"),
    icd10("Z34.81", "Encounter for supervision of other normal pregnancy, first trimester"),
  ),
  normalPregnancy: concept("Pregnancy", snomed("72892002", "Normal pregnancy")),
  delivery: concept("Birth at term", icd10("O80", "Encounter for full-term uncomplicated delivery")),
  afterBirth: concept("Care after birth", icd10("Z39.2", "Encounter for routine postpartum follow-up")),
  anaemiaInPregnancy: concept(
    "Iron deficiency in pregnancy",
    icd10("O99.019", "Anemia complicating pregnancy, unspecified trimester"),
    icd10("D50.9", "Iron deficiency anemia, unspecified"),
  ),
  otitisRight: concept(
    "Middle ear infection, right",
    snomed("65363002", "Otitis media"),
    icd10("H66.001", "Acute suppurative otitis media without spontaneous rupture of ear drum, right ear"),
  ),
  otitisLeft: concept(
    "Middle ear infection, left",
    snomed("65363002", "Otitis media"),
    icd10("H66.002", "Acute suppurative otitis media without spontaneous rupture of ear drum, left ear"),
  ),
  appendicitis: concept(
    "Acute appendicitis",
    snomed("85189001", "Acute appendicitis"),
    icd10("K35.80", "Unspecified acute appendicitis"),
  ),
  afterAppendectomy: concept(
    "Appendix removed",
    snomed("428251008", "History of appendectomy"),
    icd10("Z90.49", "Acquired absence of other specified parts of digestive tract"),
  ),
  chlamydia: concept(
    "Chlamydial urethritis",
    snomed("105629000", "Chlamydial infection"),
    icd10("A56.01", "Chlamydial cystitis and urethritis"),
  ),
  stiScreening: concept(
    "Screening for sexually transmitted infections",
    icd10("Z11.3", "Encounter for screening for infections with a predominantly sexual mode of transmission"),
  ),
  depression: concept(
    "Depression, moderate episode",
    snomed("370143000", "Major depressive disorder"),
    icd10("F32.1", "Major depressive disorder, single episode, moderate"),
  ),
  familyBreastCancer: concept(
    "Breast cancer in the family",
    icd10("Z80.3", "Family history of malignant neoplasm of breast"),
  ),
  geneticScreening: concept(
    "Genetic testing",
    icd10("Z13.71", "Encounter for nonprocreative screening for genetic disease carrier status"),
  ),
  asthma: concept("Asthma", snomed("195967001", "Asthma"), icd10("J45.30", "Mild persistent asthma, uncomplicated")),
  asthmaAttack: concept(
    "Asthma attack",
    snomed("195967001", "Asthma"),
    icd10("J45.31", "Mild persistent asthma with (acute) exacerbation"),
  ),
  pollenAllergy: concept(
    "Hay fever",
    snomed("367498001", "Seasonal allergic rhinitis"),
    icd10("J30.1", "Allergic rhinitis due to pollen"),
  ),
  childExamination: concept(
    "Routine examination of a child",
    icd10("Z00.129", "Encounter for routine child health examination without abnormal findings"),
  ),
};
