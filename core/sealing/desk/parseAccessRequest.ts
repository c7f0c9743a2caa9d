import { type AccessRequest, accessRequestSchema } from "./accessRequestSchema.ts";
import { parseRequest } from "./parseRequest.ts";

/** Form only; whether the clinician signed it, verifyAccessRequest says. */
export function parseAccessRequest(text: string): AccessRequest {
  return parseRequest(text, accessRequestSchema);
}
