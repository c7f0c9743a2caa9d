import { type Hex, bytesToString, stringToBytes } from "viem";
import { expect, test } from "vitest";
import { newWorld } from "#test/support/chartPeople.ts";
import type { TemplateStore } from "./TemplateStore.ts";
import { createTemplates } from "./createTemplates.ts";

function inMemory(): TemplateStore & { kept: Map<Hex, Uint8Array> } {
  const kept = new Map<Hex, Uint8Array>();
  return {
    kept,
    get: async (name) => kept.get(name),
    change: async (name, changed) => void kept.set(name, changed(kept.get(name))),
  };
}

const check = { name: "Check-up", content: { findings: "Nothing unusual", plan: "" } };
const cold = { name: "A cold", content: { findings: "Red throat" } };

test("templates are kept by name, changed, and deleted", async () => {
  const { doctor } = await newWorld();
  const store = inMemory();
  const templates = createTemplates(() => doctor, store);
  expect(await templates.noteTemplates()).toEqual([]);
  await templates.keepNoteTemplate(check);
  await templates.keepNoteTemplate(cold);
  expect(await createTemplates(() => doctor, store).noteTemplates()).toEqual([cold, check]);
  await templates.keepNoteTemplate({ ...cold, content: "changed" });
  await templates.removeNoteTemplate(check.name);
  expect(await templates.noteTemplates()).toEqual([{ ...cold, content: "changed" }]);
});

test("they lie nowhere in the clear, and nobody else on the device opens them", async () => {
  const { doctor, patient } = await newWorld();
  const store = inMemory();
  await createTemplates(() => doctor, store).keepNoteTemplate(check);
  const [[name, sealed]] = [...store.kept] as [[Hex, Uint8Array]];
  for (const word of ["Check-up", "unusual", "templates"]) {
    expect(bytesToString(sealed)).not.toContain(word);
    expect(bytesToString(stringToBytes(name))).not.toContain(word);
  }
  expect(await createTemplates(() => patient, store).noteTemplates()).toEqual([]);
  const stolen = { ...patient, address: doctor.address };
  expect(await createTemplates(() => stolen, store).noteTemplates()).toEqual([]);
});

test("one more template is not told by the length", async () => {
  const { doctor } = await newWorld();
  const store = inMemory();
  const templates = createTemplates(() => doctor, store);
  const length = () => [...store.kept.values()][0]!.length;
  await templates.keepNoteTemplate(check);
  const one = length();
  await templates.keepNoteTemplate(cold);
  expect(length()).toBe(one);
});

test("they outlive a renewal of the root", async () => {
  const { doctor } = await newWorld();
  const store = inMemory();
  await createTemplates(() => doctor, store).keepNoteTemplate(check);
  const roots = [...doctor.roots, { firstEpoch: 3, root: new Uint8Array(32).fill(7) }] as typeof doctor.roots;
  const renewed = createTemplates(() => ({ ...doctor, roots }), store);
  await renewed.keepNoteTemplate(cold);
  expect(await renewed.noteTemplates()).toEqual([cold, check]);
});
