import type { Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import { type Coding, concept } from "./codings.ts";
import { staffReference } from "./staffReference.ts";
import { minutesAfter } from "./times.ts";

export type WriteReportParameters = {
  title: string;
  kind: Coding;
  sections: readonly { title: string; text: string }[];
  /** Minutes from the beginning of the visit. */
  after: number;
  labels?: readonly string[];
};

/** A structured document about a visit. */
export function writeReport(visit: Visit, parameters: WriteReportParameters): void {
  const { title, kind, sections, after, labels = [] } = parameters;
  const { history } = visit;
  const at = minutesAfter(visit.at, after);
  const resource = {
    resourceType: "Composition",
    status: "final",
    type: concept(title, kind),
    subject: history.patient,
    encounter: visit.reference,
    date: instant(at),
    author: [staffReference(history, visit.by)],
    title,
    section: sections.map((section) => ({ title: section.title, text: narrative(section.text) })),
  };
  addResource(history, { resource, at, labels });
}

function narrative(text: string) {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return { status: "generated", div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escaped}</p></div>` };
}
