import { RecordError } from "./RecordError.ts";

/** How deep a text may go: far deeper than any resource does, far from where engines give up. */
const deepestText = 500;

/**
 * A JSON text as a value that JSON.stringify writes back with every number as it was: to FHIR 1.10 is not 1.1. Where
 * an engine cannot keep a number's text (Chrome before 114, for one), numbers come back as that engine writes them.
 */
export function parseFhirJson(text: string, deepest = deepestText): unknown {
  if (isTooDeep(text, deepest)) throw new RecordError("TooDeep");
  const { parse, rawJSON }: JsonWithSource = JSON;
  try {
    if (rawJSON === undefined) return parse(text);
    return parse(text, (_, value, context) => {
      const source = context?.source;
      return typeof value === "number" && source !== undefined && source !== String(value) ? rawJSON(source) : value;
    });
  } catch {
    throw new RecordError("NotJson");
  }
}

/** Whether a value stands for a number that parseFhirJson kept as it was written. */
export function isKeptNumber(value: unknown): boolean {
  const { isRawJSON }: JsonWithSource = JSON;
  return isRawJSON?.(value) ?? false;
}

/** What TypeScript's library does not know yet. */
type JsonWithSource = {
  parse(text: string, reviver?: (name: string, value: unknown, context?: { source?: string }) => unknown): unknown;
  rawJSON?(text: string): unknown;
  isRawJSON?(value: unknown): boolean;
};

const [quote, backslash] = [0x22, 0x5c];
const [openingBracket, closingBracket, openingBrace, closingBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Looked at before parsing, since engines differ in how deep they go, and in how they fail. */
function isTooDeep(text: string, deepest: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === backslash) at += 1;
      else if (unit === quote) inString = false;
    } else if (unit === quote) inString = true;
    else if (unit === openingBrace || unit === openingBracket) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (unit === closingBrace || unit === closingBracket) depth -= 1;
  }
  return false;
}
