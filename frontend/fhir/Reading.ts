import type { BundleEntry } from "#core/records/BundleEntry.ts";
import type { BundleIndex } from "#core/records/bundleIndex.ts";
import type { Reader } from "./format/Reader.ts";

/** A resource where it is read: its Bundle, so that references in it can be followed, and for whom. */
export type Reading = { entry: BundleEntry; index: BundleIndex; reader: Reader };
