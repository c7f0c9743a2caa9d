import { grantUnit } from "#core/sealing/grant/parseGrant.ts";
import { padJson } from "#core/sealing/padJson.ts";
import type { CapsuleFault } from "./Fault.ts";
import { briefJson, grantByHand } from "./grantByHand.ts";
import { refusedGrant } from "./grantFaults.ts";
import { jsonFaults } from "./jsonFaults.ts";

/** Grants that open, with content that is not even of its form. How it is written is the same in both suites. */
export function grantJsonFaults(): CapsuleFault[] {
  const suite = 1;
  const refused = refusedGrant(suite, "GrantDamaged");
  const plaintexts: [string, Uint8Array][] = [
    ...jsonFaults({ value: briefJson, text: briefJson.about.name, unit: grantUnit, isBrief: true }),
    ...wrongMembers.map(([what, change]): [string, Uint8Array] => [
      what,
      padJson({ ...briefJson, ...change }, grantUnit),
    ]),
  ];
  return plaintexts.map(([what, plaintext]) => refused(`its JSON: ${what}`, grantByHand({ suite, plaintext })));
}

const {
  about,
  keysets: [keyset],
  seeds: [seed],
} = briefJson;
const key = { category: 2, publicKey: `0x${"a7".repeat(32)}` };

const wrongMembers: [string, object][] = [
  ["no terms", { terms: undefined }],
  ["no about", { about: undefined }],
  ["no keysets", { keysets: undefined }],
  ["no keys", { keys: undefined }],
  ["no seeds", { seeds: undefined }],
  ["terms that are a list", { terms: [] }],
  ["no name", { about: { ...about, name: undefined } }],
  ["a name that is a number", { about: { ...about, name: 7 } }],
  ["a birthDate that is no FHIR date", { about: { ...about, birthDate: "31.12.1991" } }],
  ["a birthDate with a time", { about: { ...about, birthDate: "1991-12-31T08:00:00Z" } }],
  ["keysets that are no list", { keysets: keyset }],
  ["a keyset of half a byte", { keysets: [{ ...keyset, bytes: "0x0" }] }],
  ["a keyset without 0x", { keysets: [{ ...keyset, bytes: keyset.bytes.slice(2) }] }],
  ["a keyset in upper case", { keysets: [{ ...keyset, bytes: "0xA7" }] }],
  ["a keyset's epoch as text", { keysets: [{ ...keyset, epoch: "1" }] }],
  ["a keyset's epoch below zero", { keysets: [{ ...keyset, epoch: -1 }] }],
  ["a keyset's epoch of 33 bits", { keysets: [{ ...keyset, epoch: 2 ** 32 }] }],
  ["a seed of 31 bytes", { seeds: [{ ...seed, seed: seed.seed.slice(0, -2) }] }],
  ["a seed of 33 bytes", { seeds: [{ ...seed, seed: `${seed.seed}00` }] }],
  ["a seed's category by its name", { seeds: [{ ...seed, category: "labs" }] }],
  ["a seed of a category that there is not", { seeds: [{ ...seed, category: 11 }] }],
  ["a seed of a category between two", { seeds: [{ ...seed, category: 2.5 }] }],
  ["a key of 31 bytes", { keys: [{ ...key, publicKey: key.publicKey.slice(0, -2) }] }],
  ["a key of a category that there is not", { keys: [{ ...key, category: 11 }] }],
];
