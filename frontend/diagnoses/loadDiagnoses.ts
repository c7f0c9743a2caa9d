import { createDiagnosisSearch } from "./createDiagnosisSearch.ts";
import text from "./diagnoses.txt?raw";
import { parseDiagnoses } from "./parseDiagnoses.ts";

/** The search over all that this app knows; a script of its own, which a note loads when it is opened. */
export const searchDiagnoses = createDiagnosisSearch(parseDiagnoses(text));
