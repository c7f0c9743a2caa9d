import type { NewRecord } from "#core/chart/NewRecord.ts";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import { shareChart } from "#core/chart/shareChart.ts";
import { type Connected, type ConnectedParameters, type Place, connected } from "./connected.ts";

export type SharedChart = {
  patient: Connected;
  /** What must be in it, by title. */
  contents: Map<string, Blob>;
};

/** A new patient whose chart has one record, and who shares it with these. */
export async function sharedChart(stack: Place, ...grantees: Connected[]): Promise<SharedChart> {
  const patient = connected({ stack });
  await openChart({ holder: patient });
  const chart = { patient, contents: new Map<string, Blob>() };
  await publish(chart, patient, labResult("Before", new Blob(["There from the start."])));
  for (const grantee of grantees) await share(chart, grantee);
  return chart;
}

/** Gets ready to be shared with. */
export async function joined(parameters: ConnectedParameters): Promise<Connected> {
  const somebody = connected(parameters);
  await publishIdentity({ holder: somebody });
  return somebody;
}

export function labResult(title: string, content: Blob): NewRecord {
  const issued = "2026-11-21T09:30:00Z";
  return { category: "labs", mediaType: "text/plain", title, issued, resources: ["Observation"], content };
}

export async function publish(chart: SharedChart, author: Connected, ...records: NewRecord[]): Promise<void> {
  const access = await accessOf(chart, author);
  for (const { title, content } of records) chart.contents.set(title, content);
  await publishRecords({ holder: author, access, records });
}

export function accessOf({ patient }: SharedChart, holder: Connected) {
  return holder === patient ? openOwnAccess({ holder }) : openSharedAccess({ holder, subject: patient.address });
}

export function share({ patient }: SharedChart, grantee: Connected) {
  const now = Math.floor(Date.now() / 1000);
  return shareChart({
    holder: patient,
    grantee: grantee.address,
    about: { name: "Ada Marlow", birthDate: "1980-02-29" },
    read: ["labs"],
    contribute: ["labs"],
    purpose: "treatment",
    validUntil: now + 30 * 86_400,
    history: "all",
    now,
  });
}
