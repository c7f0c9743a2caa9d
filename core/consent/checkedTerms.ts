import { type Address, isAddress, isAddressEqual, zeroAddress } from "viem";
import { type Category, categories } from "../records/categories.ts";
import { ConsentError } from "./ConsentError.ts";
import type { ConsentErrorName } from "./consentErrorSentences.ts";
import { plainName } from "./plainName.ts";
import { purposes } from "./purposes.ts";
import type { Terms } from "./Terms.ts";

/** FHIR writes years with four digits. */
const afterAllTimes = Date.UTC(10_000, 0) / 1000;

/** Terms in their one spelling: addresses in lower case, categories once and in order, a name that fits a sentence. */
export function checkedTerms<Given extends Terms>(terms: Given): Given {
  const { granteeName, ...rest } = terms;
  const read = inOrder(terms.read);
  const contribute = inOrder(terms.contribute);
  const name = plainName(granteeName ?? "");

  refuseUnless(read.length + contribute.length > 0, "TermsWithoutCategory");
  refuseUnless(terms.purpose === undefined || Object.hasOwn(purposes, terms.purpose), "TermsPurposeUnknown");
  refuseUnless(Number.isSafeInteger(terms.chainId) && terms.chainId > 0, "TermsChainInvalid");
  checkTimes(terms);
  refuseUnless(/^0x[0-9a-f]{32}$/.test(terms.salt), "TermsSaltInvalid");
  const subject = checkedAddress(terms.subject);
  const grantee = checkedAddress(terms.grantee);
  refuseUnless(!isAddressEqual(subject, grantee), "TermsGranteeIsSubject");

  return { ...rest, subject, grantee, read, contribute, ...(name !== "" && { granteeName: name }) } as Given;
}

function checkTimes({ from, until, issued, history }: Terms): void {
  const since = history === "all" ? from : history.since;
  const areTimes = [from, until, issued, since].every(
    (time) => Number.isSafeInteger(time) && time >= 0 && time < afterAllTimes,
  );
  refuseUnless(areTimes, "TermsTimeInvalid");
  refuseUnless(from < until && since < until, "TermsWindowEmpty");
}

function checkedAddress(address: Address): Address {
  refuseUnless(isAddress(address) && address !== zeroAddress, "TermsAddressInvalid");
  return address.toLowerCase() as Address;
}

function inOrder(chosen: readonly Category[]): Category[] {
  const wanted = new Set<string>(chosen);
  const known = categories.filter((category) => wanted.has(category));
  refuseUnless(known.length === wanted.size, "TermsCategoryUnknown");
  return known;
}

function refuseUnless(holds: boolean, otherwise: ConsentErrorName): asserts holds {
  if (!holds) throw new ConsentError(otherwise);
}
