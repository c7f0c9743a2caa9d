/** One that can be found: its code of ICD-10-CM, what we call it, and what others do. */
export type Diagnosis = { code: string; title: string; synonyms: readonly string[] };
