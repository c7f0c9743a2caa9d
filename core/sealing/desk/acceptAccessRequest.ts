import type { AccessRequest } from "./accessRequestSchema.ts";
import { parseAccessRequest } from "./parseAccessRequest.ts";
import { type SignedAccessRequest, verifyAccessRequest } from "./verifyAccessRequest.ts";

export type AcceptAccessRequestParameters = {
  text: string;
  /** Throws unless the request is for this app's chain and registry, and the licence it shows is valid there. */
  checkLicence: (request: AccessRequest) => Promise<void>;
  verifyOnChain?: (signed: SignedAccessRequest) => Promise<boolean>;
};

/** What the patient's side of a desk asks of a request before it believes any word of it. */
export async function acceptAccessRequest(parameters: AcceptAccessRequestParameters): Promise<AccessRequest> {
  const { text, checkLicence, ...verification } = parameters;
  const request = parseAccessRequest(text);
  await verifyAccessRequest({ request, ...verification });
  await checkLicence(request);
  return request;
}
