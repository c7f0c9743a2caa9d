import { parseApart } from "../../security/trustedTypes.ts";
import { narrativeElements, skippedElements } from "./narrativeElements.ts";

export type NarrativeNode = string | NarrativeElement;
export type NarrativeElement = {
  tag: string;
  href?: string;
  colSpan?: number;
  rowSpan?: number;
  children: NarrativeNode[];
};

export type NarrativeText = { nodes: NarrativeNode[]; isCut: boolean };

const [longest, mostNodes, deepest] = [200_000, 5_000, 40];

/** What a narrative says, in the elements that FHIR permits and nothing else: a list of what may be, not of what may not. */
export function readNarrative(div: string): NarrativeText {
  const { body } = parseApart(div.slice(0, longest));
  const budget = { nodes: mostNodes, isCut: div.length > longest };
  return { nodes: readChildren(body, budget, 0), isCut: budget.isCut };
}

type Budget = { nodes: number; isCut: boolean };

function readChildren(parent: Node, budget: Budget, depth: number): NarrativeNode[] {
  const nodes: NarrativeNode[] = [];
  for (const child of parent.childNodes) {
    budget.nodes -= 1;
    if (budget.nodes < 0 || depth > deepest) {
      budget.isCut = true;
      break;
    }
    if (child.nodeType === Node.TEXT_NODE) nodes.push(child.nodeValue ?? "");
    else if (child instanceof Element) nodes.push(...readElement(child, budget, depth));
  }
  return nodes;
}

/** An element that may not be here is left out, and what it says stays; but not what scripts and their like say. */
function readElement(element: Element, budget: Budget, depth: number): NarrativeNode[] {
  const name = element.localName;
  if (skippedElements.has(name) || element.namespaceURI !== "http://www.w3.org/1999/xhtml") return [];
  if (name === "img") return [element.getAttribute("alt") ?? ""];
  const children = readChildren(element, budget, depth + 1);
  const tag = narrativeElements.get(name);
  return tag === undefined ? children : [{ tag, children, ...attributesOf(element, tag) }];
}

function attributesOf(element: Element, tag: string): Omit<NarrativeElement, "tag" | "children"> {
  if (tag === "a") return { href: element.getAttribute("href")?.trim() ?? "" };
  if (tag !== "td" && tag !== "th") return {};
  const [colSpan, rowSpan] = ["colspan", "rowspan"].map((name) => spanOf(element.getAttribute(name))) as [
    number,
    number,
  ];
  return { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
}

function spanOf(written: string | null): number {
  return /^\d{1,2}$/.test(written ?? "") ? Number(written) : 1;
}
