import type { Resource } from "#core/records/BundleEntry.ts";
import { clinicians } from "../people.ts";
import type { ClinicianRole, History, Reference } from "./History.ts";
import { addResource } from "./addResource.ts";
import { hl7, concept } from "./codings.ts";

/** Somebody who works with the patient, written into the history when they first appear. */
export function staffReference(history: History, role: ClinicianRole): Reference {
  const known = history.staff.get(role);
  if (known !== undefined) return known;
  const { name, licenceNumber } = clinicians[role];
  const [display = name] = name.split(",");
  const identifier = [{ system: "urn:ownchart:sample:licence", value: licenceNumber }];
  const resource: Resource =
    role === "hospital"
      ? { resourceType: "Organization", identifier, active: true, type: [providerType], name: display }
      : { resourceType: "Practitioner", identifier, active: true, name: [{ text: display }] };
  const at = new Date(`${history.person.birthDate}T00:00:00Z`);
  const reference = { ...addResource(history, { resource, at }), display };
  history.staff.set(role, reference);
  return reference;
}

const providerType = concept("Hospital", hl7("organization-type", "prov", "Healthcare Provider"));
