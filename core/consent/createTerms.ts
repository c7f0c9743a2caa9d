import { type Address, bytesToHex } from "viem";
import { type Category, categories } from "../records/categories.ts";
import { checkedTerms } from "./checkedTerms.ts";
import { consentCodes } from "./consentCodes.ts";
import type { Consent } from "./consentSchema.ts";
import { describeTerms } from "./describeTerms.ts";
import { pkhDid } from "./pkhDid.ts";
import { type Purpose, purposes } from "./purposes.ts";
import type { Terms } from "./Terms.ts";

type NewTerms = Terms & { purpose: Purpose };

export type CreateTermsParameters = Omit<NewTerms, "salt"> & { salt?: Terms["salt"] };

/** The terms of a grant as a FHIR R4 Consent, whose hash goes on chain. */
export function createTerms(parameters: CreateTermsParameters): Consent {
  const { salt = bytesToHex(crypto.getRandomValues(new Uint8Array(16))) } = parameters;
  const terms = checkedTerms<NewTerms>({ ...parameters, salt });
  return {
    resourceType: "Consent",
    extension: [{ url: consentCodes.saltUrl, valueString: terms.salt }],
    status: "active",
    scope: { coding: [consentCodes.scope] },
    category: [{ coding: [consentCodes.consentDocument] }],
    patient: person(terms.chainId, terms.subject),
    dateTime: fhirTime(terms.issued),
    policyRule: { text: describeTerms(terms, { now: terms.issued, timeZone: "UTC" }).join(" ") },
    provision: provisionOf(terms),
  };
}

function provisionOf(terms: NewTerms): Consent["provision"] {
  const { chainId, grantee, granteeName, read, contribute, history } = terms;
  const everything = categories.filter((category) => read.includes(category) || contribute.includes(category));
  const exceptions = [
    ...exceptionTo(consentCodes.access, everything, read),
    ...exceptionTo(consentCodes.collect, everything, contribute),
  ];
  const actions = [
    ...(read.length > 0 ? [consentCodes.access] : []),
    ...(contribute.length > 0 ? [consentCodes.collect] : []),
  ];
  return {
    type: "permit",
    period: { start: fhirTime(terms.from), end: fhirTime(terms.until) },
    actor: [{ role: { coding: [consentCodes.recipient] }, reference: person(chainId, grantee, granteeName) }],
    action: actions.map((action) => ({ coding: [action] })),
    purpose: [{ system: consentCodes.purposeSystem, code: purposes[terms.purpose].code }],
    class: classOf(everything),
    ...(history !== "all" && { dataPeriod: { start: fhirTime(history.since) } }),
    ...(exceptions.length > 0 && { provision: exceptions }),
  };
}

/** R4 reads nested provisions as exceptions: what is permitted for some categories only, is denied for the others. */
function exceptionTo(action: { system: string; code: string }, everything: Category[], permitted: Category[]) {
  const denied = everything.filter((category) => !permitted.includes(category));
  if (permitted.length === 0 || denied.length === 0) return [];
  return [{ type: "deny" as const, action: [{ coding: [action] }], class: classOf(denied) }];
}

function classOf(chosen: Category[]) {
  return chosen.map((code) => ({ system: consentCodes.categorySystem, code }));
}

function person(chainId: number, address: Address, name?: string) {
  return {
    identifier: { system: consentCodes.identifierSystem, value: pkhDid({ chainId, address }) },
    ...(name !== undefined && { display: name }),
  };
}

function fhirTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
