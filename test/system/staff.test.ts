import { isAddressEqual } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appointStaff } from "#client/chain/appointStaff.ts";
import { publishAsStaff } from "#client/chain/publishAsStaff.ts";
import { readStaff, readWorkplaces } from "#client/chain/readStaff.ts";
import { withdrawStaff } from "#client/chain/withdrawStaff.ts";
import { accessOfStaffChart } from "#client/staff/accessOfStaffChart.ts";
import { addableCharts } from "#client/staff/addableCharts.ts";
import { chartStates } from "#client/staff/chartStates.ts";
import { handOutSheet } from "#client/staff/handOutSheet.ts";
import { readStaffSheet } from "#client/staff/readStaffSheet.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { rotateKeys } from "#core/chart/rotateKeys.ts";
import { shareChart } from "#core/chart/shareChart.ts";
import { storeRecord } from "#core/chart/storeRecord.ts";
import { about, labResult } from "#test/support/chartPeople.ts";
import { clinicians } from "../../scripts/seed/people.ts";
import { type Stack, startStack } from "./support/stack.ts";
import { stackChain } from "./support/stackChain.ts";
import { type StackPerson, stackPerson } from "./support/stackPeople.ts";

let stack: Stack;
let hospital: StackPerson;
let staff: StackPerson;
let patient: StackPerson;

beforeAll(async () => {
  stack = await startStack();
  hospital = stackPerson(stack, { account: clinicians.hospital.account });
  await publishIdentity({ holder: hospital });
}, 120_000);
afterAll(() => stack?.close(), 60_000);

beforeEach(async () => {
  [staff, patient] = [stackPerson(stack), stackPerson(stack)];
  await Promise.all([publishIdentity({ holder: staff }), openChart({ holder: patient })]);
  await shareWithHospital();
});

const day = 86_400;
const now = async () => (await hospital.connection.clientChain.head()).time;

async function shareWithHospital(): Promise<void> {
  await shareChart({
    holder: patient,
    grantee: hospital.address,
    about,
    read: ["summary"],
    contribute: ["labs"],
    purpose: "treatment",
    validUntil: (await now()) + 30 * day,
    history: "all",
    now: await now(),
  });
}

const both = () => ({ hospital: hospital.address, staff: staff.address });
const appoint = async (seconds = day) =>
  appointStaff(hospital.connection.sending, { ...both(), validUntil: (await now()) + seconds });

async function handOut() {
  const { connection } = hospital;
  const { charts } = await addableCharts(hospital, connection);
  return handOutSheet({ holder: hospital, connection, charts, staff: [staff.address] });
}

const sheet = () => readStaffSheet({ holder: staff, connection: staff.connection, hospital: hospital.address });

async function theirChart() {
  const { charts } = (await sheet())!;
  return charts.find(({ subject }) => isAddressEqual(subject, patient.address))!;
}

async function add(text: string, category: "labs" | "summary" = "labs") {
  const access = accessOfStaffChart(await theirChart());
  const chart = (await staff.services.chain.chartOf(patient.address))!;
  const keysetHash = chart.keysetHashes.get(chart.epoch)!;
  const record = labResult(text, { category });
  const hash = await storeRecord({ holder: staff, access, record, keysetHash, hospital: hospital.address });
  const { epoch, subject } = access;
  await publishAsStaff(staff.connection.sending, { ...both(), subject, epoch, capsuleHashes: [hash] });
}

async function seenByPatient() {
  const { records } = await listRecords({ holder: patient, access: await openOwnAccess({ holder: patient }) });
  return records.map(({ author, entry }) => [isAddressEqual(author, hospital.address), entry.title]);
}

describe("a hospital's staff", () => {
  test("is appointed, gets keys, and adds what the patient sees as the hospital's", async () => {
    const { clientChain } = staff.connection;
    expect(await readWorkplaces(clientChain, staff.address)).toEqual([]);
    await appoint();
    expect(await readWorkplaces(clientChain, staff.address)).toMatchObject([{ hospital: hospital.address }]);
    const members = await readStaff(clientChain, hospital.address);
    expect(members.find((it) => it.staff === staff.address)).toMatchObject({ isInForce: true });
    expect(await sheet()).toBeUndefined();
    expect(await handOut()).toMatchObject({ received: [staff.address], failed: [] });
    expect((await theirChart()).about).toEqual(about);
    await add("a result");
    expect(await seenByPatient()).toEqual([[true, "About a result"]]);
  });

  test("may add what the patient lets the hospital add, and no other kind, also none that it may read", async () => {
    await appoint();
    await handOut();
    await expect(add("a summary", "summary")).rejects.toMatchObject({ name: "CategoryNotGranted" });
  });

  test("is refused by the gateway and by the contract, from the block in which it is withdrawn", async () => {
    await appoint();
    await handOut();
    await withdrawStaff(hospital.connection.sending, both());
    expect(await readWorkplaces(staff.connection.clientChain, staff.address)).toEqual([]);
    await expect(add("too late")).rejects.toMatchObject({ name: "NotGranted" });
    const { epoch, subject } = await theirChart();
    const hash = `0x${"12".repeat(32)}` as const;
    const publishing = publishAsStaff(staff.connection.sending, { ...both(), subject, epoch, capsuleHashes: [hash] });
    await expect(publishing).rejects.toMatchObject({ name: "RecordStaffNotAppointed" });
    expect(await seenByPatient()).toEqual([]);
  });

  test("is refused once the appointment is over by itself", async () => {
    await appoint(20);
    await handOut();
    const { epoch, subject } = await theirChart();
    await stackChain(stack).client.increaseTime({ seconds: 30 });
    await stackChain(stack).client.mine({ blocks: 1 });
    expect(await readWorkplaces(staff.connection.clientChain, staff.address)).toEqual([]);
    const members = await readStaff(staff.connection.clientChain, hospital.address);
    expect(members.find((it) => it.staff === staff.address)).toMatchObject({ isInForce: false });
    await expect(add("too late")).rejects.toMatchObject({ name: "NotGranted" });
    const hash = `0x${"34".repeat(32)}` as const;
    const publishing = publishAsStaff(staff.connection.sending, { ...both(), subject, epoch, capsuleHashes: [hash] });
    await expect(publishing).rejects.toMatchObject({ name: "RecordStaffNotAppointed" });
  });

  test("is refused once the patient has ended the hospital's access, and told so beforehand", async () => {
    await appoint();
    await handOut();
    const chart = await theirChart();
    await revokeAccess({ holder: patient, grantee: hospital.address });
    const asked = { hospital: hospital.address, charts: [chart] };
    expect(await chartStates(staff.connection.clientChain, asked)).toEqual(["ended"]);
    await expect(add("too late")).rejects.toMatchObject({ name: "StaleKeyset" });
  });

  test("needs new keys when the chart has new ones, and the newest sheet is the one that counts", async () => {
    await appoint();
    await handOut();
    await rotateKeys({ holder: patient });
    const asked = { hospital: hospital.address, charts: [await theirChart()] };
    expect(await chartStates(staff.connection.clientChain, asked)).toEqual(["keys-changed"]);
    await expect(add("under old keys")).rejects.toMatchObject({ name: "StaleKeyset" });
    await handOut();
    await add("under new keys");
    expect(await seenByPatient()).toEqual([[true, "About under new keys"]]);
  });

  test("uses no sheet of somebody else's, whoever it is that sends it", async () => {
    await appoint();
    const { connection } = hospital;
    const { charts } = await addableCharts(hospital, connection);
    const somebodyElse = { about: { name: "Somebody Else", birthDate: "1980-02-29" } };
    const forged = charts.map((chart) => Object.assign({}, chart, somebodyElse));
    const forger = { ...connection, signer: { ...staff.account, address: hospital.address } } as typeof connection;
    await handOutSheet({ holder: hospital, connection: forger, charts: forged, staff: [staff.address] });
    await expect(sheet()).rejects.toMatchObject({ name: "StaffSheetNotSigned" });
    await handOut();
    expect((await theirChart()).about.name).toBe("Ada Marlow");
  });
});
