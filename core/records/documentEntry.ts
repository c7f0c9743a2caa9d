import { sha256, stringToBytes } from "viem";
import type { BundleEntry } from "./BundleEntry.ts";

export type DocumentEntryParameters = {
  /** In FHIR's words. */
  status: "current" | "superseded" | "entered-in-error";
  category: string;
  title: string;
  mediaType: string;
  /** RFC 3339 in UTC. */
  issued: string;
  content: Uint8Array;
};

/**
 * A document as a resource that any system reads: its bytes are to stand in `attachment.data`, which is left empty here,
 * since they may be many. The same document has the same name in every export, so that nobody imports it twice.
 */
export function documentEntry(parameters: DocumentEntryParameters): BundleEntry {
  const { status, category, title, mediaType, issued, content } = parameters;
  return {
    fullUrl: `urn:uuid:${nameOf(parameters)}`,
    resource: {
      resourceType: "DocumentReference",
      status,
      category: [{ coding: [{ system: "urn:ownchart:category", code: category }] }],
      date: issued,
      description: title,
      content: [{ attachment: { contentType: mediaType, data: "", size: content.length, title, creation: issued } }],
    },
  };
}

/** A UUID of version 8, whose bits follow from what it names. */
function nameOf({ title, issued, content }: DocumentEntryParameters): string {
  const facts = stringToBytes(JSON.stringify([title, issued, sha256(content)]));
  const bits = sha256(facts, "bytes").subarray(0, 16);
  bits[6] = (bits[6]! & 0x0f) | 0x80;
  bits[8] = (bits[8]! & 0x3f) | 0x80;
  const hex = Array.from(bits, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
