import type { Address, Hex } from "viem";
import * as v from "valibot";
import type { Category } from "../records/categories.ts";
import { categoriesOfTerms } from "./categoriesOfTerms.ts";
import { checkedTerms } from "./checkedTerms.ts";
import { consentCodes } from "./consentCodes.ts";
import { ConsentError } from "./ConsentError.ts";
import { type Consent, consentSchema } from "./consentSchema.ts";
import { type Purpose, purposes } from "./purposes.ts";
import type { Terms } from "./Terms.ts";

type Coding = { system: string; code: string };
type Concept = { coding: Coding[] };
type Provision = Consent["provision"];

/** What a consent of Ownchart's shape says; whatever else comes, nothing but a ConsentError goes out. */
export function parseTerms(value: unknown): Terms {
  const consent = parseConsent(value);
  const { provision } = consent;
  const [{ reference: grantee }] = provision.actor;
  const subjectAccount = accountOf(consent.patient);
  const granteeAccount = accountOf(grantee);
  if (subjectAccount.chainId !== granteeAccount.chainId) throw new ConsentError("TermsChainInvalid", "two chains");
  const terms = checkedTerms({
    chainId: subjectAccount.chainId,
    subject: subjectAccount.address,
    grantee: granteeAccount.address,
    ...(grantee.display !== undefined && { granteeName: grantee.display }),
    read: permitted(provision, consentCodes.access),
    contribute: permitted(provision, consentCodes.collect),
    ...(provision.purpose !== undefined && { purpose: purposeOf(provision.purpose[0]) }),
    from: startOf(provision.period.start),
    until: endOf(provision.period.end),
    history: provision.dataPeriod === undefined ? "all" : { since: startOf(provision.dataPeriod.start) },
    issued: startOf(consent.dateTime),
    salt: saltOf(consent.extension),
  });
  // A grant holds keys for all that its terms name; none may be named only to be taken back.
  const given = new Set([...terms.read, ...terms.contribute]);
  if (categoriesOfTerms(value).length !== given.size)
    throw new ConsentError("TermsUnreadable", "a category for nothing");
  return terms;
}

function parseConsent(value: unknown): Consent {
  const result = v.safeParse(consentSchema, value, { abortEarly: true });
  if (!result.success) throw new ConsentError("TermsUnreadable", v.getDotPath(result.issues[0]) ?? undefined);
  const { scope, category } = result.output;
  if (!has(scope, consentCodes.scope)) throw new ConsentError("TermsUnreadable", "scope");
  if (!category.some((concept) => has(concept, consentCodes.consentDocument))) {
    throw new ConsentError("TermsUnreadable", "category");
  }
  return result.output;
}

function has({ coding }: Concept, wanted: Coding): boolean {
  return coding.some(({ system, code }) => system === wanted.system && code === wanted.code);
}

function accountOf({ identifier }: Consent["patient"]): { chainId: number; address: Address } {
  const [, chainId, address] = /^did:pkh:eip155:([1-9][0-9]{0,15}):(0x[0-9a-f]{40})$/.exec(identifier.value) ?? [];
  if (identifier.system !== consentCodes.identifierSystem || address === undefined) {
    throw new ConsentError("TermsAddressInvalid");
  }
  return { chainId: Number(chainId), address: address as Address };
}

/** What one action is permitted for. Where a consent names no action, it is about reading. */
function permitted({ action = [{ coding: [consentCodes.access] }], ...rule }: Provision, wanted: Coding): Category[] {
  const exceptions = rule.provision ?? [];
  if (![action, ...exceptions.map((exception) => exception.action)].flat().every(isKnownAction)) {
    throw new ConsentError("TermsUnreadable", "an action that is neither access nor collect");
  }
  if (!action.some((concept) => has(concept, wanted))) return [];
  const denied = exceptions.filter((exception) => exception.action.some((concept) => has(concept, wanted)));
  const withheld = new Set(denied.flatMap((exception) => codesOf(exception.class)));
  return codesOf(rule.class).filter((category) => !withheld.has(category));
}

function isKnownAction(action: Concept): boolean {
  return has(action, consentCodes.access) || has(action, consentCodes.collect);
}

/** Whether these are categories at all, checkedTerms says. */
function codesOf(codings: Coding[]): Category[] {
  return codings.filter(({ system }) => system === consentCodes.categorySystem).map(({ code }) => code as Category);
}

function purposeOf({ system, code }: Coding): Purpose {
  const known = Object.entries(purposes).find(([, purpose]) => purpose.code === code);
  if (system !== consentCodes.purposeSystem || known === undefined) throw new ConsentError("TermsPurposeUnknown");
  return known[0] as Purpose;
}

function saltOf(extensions: Consent["extension"]): Hex {
  const [salt, ...others] = extensions.filter(({ url }) => url.startsWith("urn:ownchart:"));
  if (salt?.url !== consentCodes.saltUrl || others.length > 0) throw new ConsentError("TermsSaltInvalid", "not one");
  return (salt.valueString ?? "") as Hex;
}

const isDate = (time: string) => /^\d{4}-\d\d-\d\d$/.test(time);

function startOf(time: string): number {
  return instantOf(isDate(time) ? `${time}T00:00:00Z` : time);
}

/** In FHIR a period that ends on a date holds that whole day. */
function endOf(time: string): number {
  return isDate(time) ? startOf(time) + 24 * 60 * 60 : instantOf(time);
}

/** Only the one spelling of a second in UTC: written back, it must be the same. */
function instantOf(time: string): number {
  const milliseconds = Date.parse(time);
  const isSpelled = /^\d{4}-/.test(time) && !Number.isNaN(milliseconds);
  if (!isSpelled || new Date(milliseconds).toISOString().replace(".000Z", "Z") !== time) {
    throw new ConsentError("TermsTimeInvalid");
  }
  return milliseconds / 1000;
}
