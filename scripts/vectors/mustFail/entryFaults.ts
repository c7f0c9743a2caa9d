import { entryLimit, entryUnit } from "#core/sealing/capsule/parseCapsule.ts";
import { padJson } from "#core/sealing/padJson.ts";
import type { Suite } from "#core/sealing/suites.ts";
import type { CapsuleFault } from "./Fault.ts";
import { capsuleByHand, labs, labsEntry } from "./capsuleByHand.ts";
import { refusedCapsule } from "./capsuleFaults.ts";
import { jsonFaults } from "./jsonFaults.ts";

/** Capsules that open, with entries that must not be believed. How an entry is written is the same in both suites. */
export function entryFaults(suite: Suite): CapsuleFault[] {
  const holding = (change: object, size = entryUnit) =>
    capsuleByHand({ suite, plaintext: padJson({ ...labsEntry, ...change }, size) });
  const stray = refusedCapsule(suite, "EntryNotUnderItsKey");
  const strays = strayEntries.map(([what, change]) => stray(`the entry names ${what}`, holding(change)));
  if (suite === 2) return strays;

  const damaged = refusedCapsule(suite, "EntryDamaged");
  return [
    ...strays,
    // What is allowed is seen by the fault that is found behind it.
    stray("the entry names another category, in as many bytes as there may be", holding(another, entryLimit)),
    stray("the entry names another category, padded more than it need be", holding(another, 2 * entryUnit)),
    stray("the entry names another category, and has members that nobody knows", holding({ ...another, x: [{}] })),
    ...jsonFaults({ value: labsEntry, text: labsEntry.title, unit: entryUnit }).map(([what, plaintext]) =>
      damaged(`the entry: ${what}`, capsuleByHand({ suite, plaintext })),
    ),
    ...Object.keys(labsEntry).map((name) => damaged(`the entry: no ${name}`, holding({ [name]: undefined }))),
    ...wrongMembers.map(([what, change]) => damaged(`the entry: ${what}`, holding(change))),
  ];
}

const another = { category: labs.category + 1 };

const strayEntries: [string, object][] = [
  ["another category than its key", another],
  ["a category that there is not", { category: 11 }],
  ["an earlier epoch than its key", { epoch: labs.epoch - 1 }],
  ["a later epoch than its key", { epoch: labs.epoch + 1 }],
];

const capsuleHash = `0x${"a7".repeat(32)}`;

const wrongMembers: [string, object][] = [
  ["a cid that is a number", { cid: 1 }],
  ["an empty cid", { cid: "" }],
  ["a cid of version 0", { cid: "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKPbdG" }],
  ["a cid in upper case", { cid: labsEntry.cid.toUpperCase() }],
  ["a mediaType that is null", { mediaType: null }],
  ["a title that is a list", { title: ["HbA1c"] }],
  ["a category as text", { category: "2" }],
  ["a category by its name", { category: "labs" }],
  ["a category below zero", { category: -1 }],
  ["a category between two", { category: 2.5 }],
  ["an epoch as text", { epoch: "1" }],
  ["an epoch below zero", { epoch: -1 }],
  ["an epoch between two", { epoch: 1.5 }],
  ["issued in seconds", { issued: 1_770_828_309 }],
  ["issued without a time", { issued: "2026-02-11" }],
  ["issued without a zone", { issued: "2026-02-11T16:45:09" }],
  ["issued in another zone", { issued: "2026-02-11T17:45:09+01:00" }],
  ["issued with a space", { issued: "2026-02-11 16:45:09Z" }],
  ["issued without seconds", { issued: "2026-02-11T16:45Z" }],
  ["issued in a 13th month", { issued: "2026-13-11T16:45:09Z" }],
  ["issued on a 32nd", { issued: "2026-01-32T16:45:09Z" }],
  ["issued on a day zero", { issued: "2026-02-00T16:45:09Z" }],
  ["issued at 25 o'clock", { issued: "2026-02-11T25:45:09Z" }],
  ["issued in a 60th minute", { issued: "2026-02-11T16:60:09Z" }],
  ["issued with a fraction of no digits", { issued: "2026-02-11T16:45:09.Z" }],
  ["resources as text", { resources: "DiagnosticReport" }],
  ["resources that are numbers", { resources: [1] }],
  ["a prev that is null", { prev: null }],
  ["a prev that is too short", { prev: capsuleHash.slice(0, -2) }],
  ["a prev in upper case", { prev: `0x${"A7".repeat(32)}` }],
  ["a prev without 0x", { prev: capsuleHash.slice(2) }],
];
