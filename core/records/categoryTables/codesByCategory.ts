import type { Category } from "../categories.ts";

type Codes = Partial<Record<Category, Record<string, string>>>;

const documents: Codes = {
  summary: {
    "34133-9": "summary of episodes (CCD)",
    "60591-5": "international patient summary",
    "11450-4": "problem list",
    "48765-2": "allergies",
    "18776-5": "plan of care",
    "42348-3": "advance directives",
    "86533-7": "living will",
  },
  labs: { "11502-2": "laboratory report", "26436-6": "laboratory studies", "11526-1": "pathology report" },
  imaging: { "18748-4": "imaging report", "18726-0": "radiology studies", "68604-8": "radiology report" },
  medications: {
    "10160-0": "medicines taken",
    "56445-0": "medication summary",
    "57833-6": "prescription",
    "60593-1": "medicines dispensed",
  },
  immunizations: { "11369-6": "vaccinations", "82593-5": "vaccination summary" },
  administrative: { "64290-0": "insurance card", "52034-6": "letter of the insurer", "59284-0": "consent" },
};

const orders: Codes = {
  labs: { "108252007": "laboratory procedure" },
  imaging: { "363679005": "imaging", imaging: "imaging" },
};

/** Where a resource belongs by the codes of its own `category`, else of its `type`, else of its `code`. */
export const codesByCategory: Record<string, Codes> = {
  Observation: {
    summary: { "social-history": "habits and living" },
    encounters: { survey: "questionnaires", exam: "findings", procedure: "during a procedure", therapy: "therapy" },
    labs: { laboratory: "laboratory", LAB: "laboratory" },
    imaging: { imaging: "imaging", RAD: "radiology" },
    vitals: {
      "vital-signs": "vital signs",
      "vital-sign": "vital signs, misspelt by some systems",
      activity: "steps, sleep, sport",
      "85353-1": "vital signs, all",
      "9279-1": "breathing rate",
      "8867-4": "heart rate",
      "2708-6": "oxygen in arterial blood",
      "59408-5": "oxygen by the finger",
      "8310-5": "temperature",
      "8331-1": "temperature, mouth",
      "8302-2": "height",
      "9843-4": "head circumference",
      "29463-7": "weight",
      "39156-5": "body mass index",
      "85354-9": "blood pressure",
      "55284-4": "blood pressure",
      "8480-6": "blood pressure, systolic",
      "8462-4": "blood pressure, diastolic",
    },
  },
  DiagnosticReport: {
    encounters: {
      PHY: "physician's notes",
      OTH: "other",
      EC: "electrocardiogram",
      EN: "endoscopy",
      PF: "lung function",
      "LP29708-2": "cardiology",
    },
    imaging: {
      RAD: "radiology",
      RX: "radiograph",
      CT: "computed tomography",
      NMR: "magnetic resonance",
      NMS: "nuclear medicine",
      RUS: "ultrasound",
      OUS: "ultrasound, obstetric",
      VUS: "ultrasound, vessels",
      CUS: "ultrasound, heart",
      XRC: "radiography while filming",
      "LP29684-5": "radiology",
      ...documents.imaging,
    },
  },
  Condition: {
    summary: { "problem-list-item": "problem list", "health-concern": "concern" },
    encounters: { "encounter-diagnosis": "diagnosis of one visit" },
  },
  Composition: documents,
  DocumentReference: documents,
  DocumentManifest: documents,
  ServiceRequest: orders,
  Procedure: orders,
};
