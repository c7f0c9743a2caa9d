import type { Visit } from "./History.ts";
import { addResource, instant } from "./addResource.ts";
import { type Coding, concept } from "./codings.ts";
import { staffReference } from "./staffReference.ts";
import { minutesAfter } from "./times.ts";

export type WriteNoteParameters = {
  title: string;
  kind: Coding;
  text: string;
  /** Minutes from the beginning of the visit. */
  after?: number;
  labels?: readonly string[];
};

/** What a clinician wrote down, as plain text inside the resource. */
export function writeNote(visit: Visit, { title, kind, text, after = 19, labels = [] }: WriteNoteParameters): void {
  const { history } = visit;
  const at = minutesAfter(visit.at, after);
  const attachment = {
    contentType: "text/plain; charset=utf-8",
    data: btoa(String.fromCharCode(...new TextEncoder().encode(text))),
    title,
    creation: instant(at),
  };
  const resource = {
    resourceType: "DocumentReference",
    status: "current",
    docStatus: "final",
    type: concept(title, kind),
    subject: history.patient,
    date: instant(at),
    author: [staffReference(history, visit.by)],
    content: [{ attachment }],
    context: { encounter: [visit.reference] },
  };
  addResource(history, { resource, at, labels });
}
