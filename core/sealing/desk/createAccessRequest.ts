import { canonicalJson } from "../../consent/canonicalJson.ts";
import type { AccessRequest } from "./accessRequestSchema.ts";
import { parseAccessRequest } from "./parseAccessRequest.ts";

/** The request as the text that is committed to; refused if no other side could read it. */
export function createAccessRequest(request: AccessRequest): string {
  const text = canonicalJson(request);
  parseAccessRequest(text);
  return text;
}
