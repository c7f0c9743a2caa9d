import { isAddressEqual } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addableCharts } from "#client/staff/addableCharts.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { rotateKeys } from "#core/chart/rotateKeys.ts";
import type { BatchItem } from "../../frontend/keeper/batch/AddsInBatches.ts";
import { type BatchJournal, type JournalEntry, journalForm } from "../../frontend/keeper/batch/BatchJournal.ts";
import { addToChart } from "../../frontend/keeper/batch/addToChart.ts";
import { clinicians } from "../../scripts/seed/people.ts";
import { type Stack, startStack } from "./support/stack.ts";
import { type StackPerson, shareResults, stackClinician, stackPatient } from "./support/stackPeople.ts";

/** A desk's device that ends at any moment, and begins again with what it had written down. */

let stack: Stack;
let hospital: StackPerson;

beforeAll(async () => {
  stack = await startStack();
  hospital = await stackClinician(stack, { account: clinicians.hospital.account });
}, 120_000);
afterAll(() => stack?.close(), 60_000);

const items = (count: number): BatchItem[] =>
  Array.from({ length: count }, (_, place) => {
    const title = `result ${place}`;
    const file = new File([title], `${title}.txt`);
    return { file, path: file.name, content: `content-${place}`, records: [{ title, category: "labs" }] };
  });

class DeviceEnded extends Error {}

/** Ends the device before one of its writings; never for 0. */
function journalThatEnds(kept: Map<string, JournalEntry>, at: number): BatchJournal {
  let written = 0;
  return {
    read: async (place) => kept.get(journalForm(place)),
    async write(place, entry) {
      written++;
      if (at > 0 && written >= at) throw new DeviceEnded();
      kept.set(journalForm(place), entry);
    },
  };
}

async function newPatient() {
  const patient = await stackPatient(stack);
  await shareResults(patient, hospital, { read: [], contribute: ["labs"] });
  return patient;
}

async function add(patient: StackPerson, journal: BatchJournal, files: BatchItem[]) {
  const { charts } = await addableCharts(hospital, hospital.connection);
  const chart = charts.find(({ subject }) => isAddressEqual(subject, patient.address))!;
  return addToChart({
    holder: hospital,
    connection: hospital.connection,
    journal,
    hospital: hospital.address,
    chart,
    files,
    now: "2026-11-22T00:00:00Z",
    inTurn: (work) => work(),
    onBytes: () => {},
    signal: new AbortController().signal,
  });
}

async function titlesOf(patient: StackPerson) {
  const { records } = await listRecords({ holder: patient, access: await openOwnAccess({ holder: patient }) });
  return records.map(({ entry }) => entry.title).toSorted();
}

describe("files that a desk adds to a chart", () => {
  const files = items(2);
  const titles = files.map(({ records }) => records[0]!.title);

  // Two files: stored, stored, perhaps signed, perhaps signed, in, in.
  test.each([1, 2, 3, 4, 5, 6])(
    "are there once, whenever the device ended: at its writing %i",
    async (at) => {
      const [patient, kept] = [await newPatient(), new Map<string, JournalEntry>()];
      await expect(add(patient, journalThatEnds(kept, at), files)).rejects.toThrow(DeviceEnded);
      await add(patient, journalThatEnds(kept, 0), files);
      expect(await titlesOf(patient)).toEqual(titles);
      const again = await add(patient, journalThatEnds(kept, 0), files);
      expect(again.map(({ wasThere }) => wasThere)).toEqual([true, true]);
      expect(await titlesOf(patient)).toEqual(titles);
    },
    60_000,
  );

  test("are sealed anew where the chart has other keys since, and not where they are in", async () => {
    const [patient, kept] = [await newPatient(), new Map<string, JournalEntry>()];
    await expect(add(patient, journalThatEnds(kept, 3), files)).rejects.toThrow(DeviceEnded);
    await rotateKeys({ holder: patient });
    await add(patient, journalThatEnds(kept, 0), files);
    await rotateKeys({ holder: patient });
    await add(patient, journalThatEnds(kept, 0), [...files, ...items(3).slice(2)]);
    expect(await titlesOf(patient)).toEqual([...titles, "result 2"]);
  }, 60_000);

  test("are sealed anew where the gateway has let them go, and nothing had been signed", async () => {
    const [patient, kept] = [await newPatient(), new Map<string, JournalEntry>()];
    await expect(add(patient, journalThatEnds(kept, 3), files)).rejects.toThrow(DeviceEnded);
    for (const [form, entry] of kept) kept.set(form, { ...entry, capsules: [`0x${"77".repeat(32)}`] });
    await add(patient, journalThatEnds(kept, 0), files);
    expect(await titlesOf(patient)).toEqual(titles);
  }, 60_000);
});
