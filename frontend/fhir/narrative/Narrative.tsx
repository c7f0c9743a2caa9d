import { type ReactNode, createElement, useMemo } from "react";
import { fhirWords } from "../../words/fhirWords.ts";
import { type NarrativeElement, type NarrativeNode, readNarrative } from "./readNarrative.ts";

/** A resource's own text, built anew from what may be in it; nothing of its markup reaches the page. */
export function Narrative({ div }: { div: string }) {
  const { nodes, isCut } = useMemo(() => readNarrative(div), [div]);
  return (
    <div className="max-w-prose space-y-2 overflow-x-auto">
      {nodes.map(show)}
      {isCut && <p className="text-small text-quiet">{fhirWords.narrativeCut}</p>}
    </div>
  );
}

const classes: Record<string, string> = {
  ul: "list-disc pl-6",
  ol: "list-decimal pl-6",
  dt: "text-quiet",
  dd: "pl-4",
  table: "border-collapse text-small",
  th: "border border-line px-2 py-1 text-left font-semibold",
  td: "border border-line px-2 py-1",
  caption: "text-left text-quiet",
  pre: "overflow-x-auto whitespace-pre-wrap font-sans",
  blockquote: "border-l border-line pl-4",
  code: "font-sans",
  hr: "border-line",
};

const tableParts = new Set(["table", "thead", "tbody", "tfoot", "tr"]);
const childless = new Set(["br", "hr"]);

function show(node: NarrativeNode, key: number): ReactNode {
  if (typeof node === "string") return node;
  const { tag, colSpan, rowSpan } = node;
  if (tag === "a") return <NarrativeLink key={key} element={node} />;
  const properties = { key, className: classes[tag], colSpan, rowSpan };
  return childless.has(tag) ? createElement(tag, properties) : createElement(tag, properties, childrenOf(node));
}

/** React warns of the white space between rows and cells. */
function childrenOf({ tag, children }: NarrativeElement): ReactNode[] {
  const shown = tableParts.has(tag) ? children.filter((child) => typeof child !== "string") : children;
  return shown.map(show);
}

const longestAddress = 300;

/** Only the open web is linked to; where else a link would lead is said beside it. */
function NarrativeLink({ element }: { element: NarrativeElement }) {
  const { href = "" } = element;
  const text = <>{childrenOf(element)}</>;
  if (href === "" || href.startsWith("#")) return text;
  if (/^https:\/\//i.test(href) && URL.canParse(href)) {
    return (
      <a href={href} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-4">
        {text}
      </a>
    );
  }
  return (
    <>
      {text}
      <span className="text-quiet"> {fhirWords.addressAside(href.slice(0, longestAddress))}</span>
    </>
  );
}
