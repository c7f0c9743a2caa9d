import type { PlainRecord } from "#core/records/PlainRecord.ts";
import { splitHistory } from "#core/records/splitHistory.ts";
import { sampleFiles } from "./files/sampleFiles.ts";
import { createHistory } from "./histories/createHistory.ts";
import type { Patient } from "./people.ts";

/** All that is in a sample patient's chart: the history cut into records, and files. */
export function sampleRecords({ patient, today }: { patient: Patient; today: string }): PlainRecord[] {
  const { story, account } = patient;
  const seed = Number.parseInt(account.address.slice(2, 10), 16);
  const history = createHistory({ person: patient, story, seed, today });
  const records = splitHistory({ history, fallbackIssued: `${today}T00:00:00Z` });
  return [...records, ...sampleFiles({ person: patient, story, records })];
}
