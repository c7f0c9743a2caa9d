import { expect } from "vitest";
import type { Hex } from "viem";
import { eraseRecord } from "#core/chart/eraseRecord.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { MessageName } from "#core/chain/typedMessages.ts";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { storeRecord } from "#core/chart/storeRecord.ts";
import { createRecoveryCode, recoverySlot } from "#core/sealing/vault/recoveryCode.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { expectWhole } from "./chartOracle.ts";
import { type Connected, type Place, connected } from "./connected.ts";
import { type Point, pointsOfRelaying } from "./pointsOfRelaying.ts";
import { accessOf, labResult, publish, share, sharedChart } from "./sharedChart.ts";

/** Where all this happens, and who is known there. */
export type Ward = { stack: Place; doctor: Connected; nurse: Connected };

/** Something that a person does, and does again where it was refused; and what must be so in the end. */
export type Doing = {
  once(): Promise<unknown>;
  check(): Promise<void>;
  /** What happens when everything runs again. */
  onceStarted?(): Promise<void>;
};

/** Told as a sentence: which process is killed at which point of what. */
export type Crash = { sentence: string; victim: "gateway" | "ipfs"; point: Point; prepare(ward: Ward): Promise<Doing> };

/** Stored before, as every program that goes on after a cut does: the hashes are the same whenever it is done again. */
export async function publication({ stack, doctor }: Ward): Promise<Doing> {
  const chart = await sharedChart(stack, doctor);
  const records = [labResult("First", new Blob(["one"])), labResult("Second", new Blob(["two"]))];
  for (const { title, content } of records) chart.contents.set(title, content);
  const holder = chart.patient;
  const { services, address } = holder;
  const access = await openOwnAccess({ holder });
  const keysetHash = (await services.chain.chartOf(address))!.keysetHashes.get(access.epoch)!;
  const store = (record: NewRecord) => storeRecord({ holder, access, record, keysetHash });
  const capsuleHashes = await Promise.all(records.map(store));
  const publishing = { author: address, subject: address, epoch: access.epoch, capsuleHashes };
  return { once: () => services.chain.publish(publishing), check: () => expectWhole(chart, { readers: [doctor] }) };
}

export async function granting({ stack, doctor }: Ward): Promise<Doing> {
  const chart = await sharedChart(stack);
  return {
    once: async () => expect(await share(chart, doctor)).toEqual([]),
    check: () => expectWhole(chart, { readers: [doctor] }),
  };
}

export async function revocation({ stack, doctor, nurse }: Ward): Promise<Doing> {
  const chart = await sharedChart(stack, doctor, nurse);
  return {
    async once() {
      const [failed] = await revokeAccess({ holder: chart.patient, grantee: doctor.address });
      if (failed !== undefined) throw failed.cause;
    },
    async check() {
      await publish(chart, chart.patient, labResult("After", new Blob(["Under keys that the doctor never had."])));
      await expectWhole(chart, { readers: [nurse], refused: [doctor] });
    },
  };
}

/** Nothing of it can have reached the chain when it is killed, so doing all of it again adds it once. */
async function upload({ stack, doctor }: Ward): Promise<Doing> {
  const chart = await sharedChart(stack, doctor);
  const scan = labResult("Scan", new Blob([countedBytes(6 * 2 ** 20)]));
  return { once: () => publish(chart, doctor, scan), check: () => expectWhole(chart, { readers: [doctor] }) };
}

async function opening({ stack }: Ward): Promise<Doing> {
  const patient = connected({ stack });
  return {
    once: () => openChart({ holder: patient }),
    check: () => expectWhole({ patient, contents: new Map() }, { readers: [] }),
  };
}

async function erasure({ stack, doctor }: Ward): Promise<Doing> {
  const chart = await sharedChart(stack, doctor);
  const holder = chart.patient;
  const [record] = await holder.services.chain.recordsOf(holder.address);
  const capsuleHash: Hex = record!.capsuleHash;
  return {
    once: () => eraseRecord({ holder, capsuleHash }),
    async check() {
      for (const reader of [holder, doctor]) {
        const { records, closed } = await listRecords({ holder: reader, access: await accessOf(chart, reader) });
        expect([records, closed]).toEqual([[], [expect.objectContaining({ capsuleHash, refusal: "Missing" })]]);
      }
    },
  };
}

async function keepingVault({ stack }: Ward): Promise<Doing> {
  const { connection, address, roots } = connected({ stack });
  const slots = [recoverySlot(createRecoveryCode()), recoverySlot(createRecoveryCode())];
  const vault = await sealVault({ roots, chainId: stack.deployment.chainId, address, slots });
  return {
    once: () => connection.vaults.put({ vault, version: undefined }),
    check: async () => expect(await connection.vaults.get()).toEqual({ vault, version: 1 }),
  };
}

async function reading({ stack, doctor }: Ward): Promise<Doing> {
  const chart = await sharedChart(stack, doctor);
  return {
    once: async () => listRecords({ holder: doctor, access: await accessOf(chart, doctor) }),
    async check() {
      await expectWhole(chart, { readers: [doctor] });
      const { log } = await chart.patient.connection.accessLog.read();
      expect(log.entries.filter(({ to }) => to === doctor.address.toLowerCase())).toHaveLength(1);
    },
  };
}

const atGateway = (request: RegExp, at: "request" | "answer"): Point => ({ wire: "toGateway", when: { request, at } });
const atBlob = (when: Omit<Point["when"], "request">): Point => {
  return { wire: "toGateway", when: { request: /PUT \/blobs/, ...when } };
};
const atIpfs = (when: Omit<Point["when"], "request">): Point => {
  return { wire: "gatewayToIpfs", when: { request: /POST \/api\/v0\/add/, ...when } };
};
const halfway = { at: "request", afterBytes: 3 * 2 ** 20 } as const;
const kept = { at: "answer", answer: /"Hash"/ } as const;

const uploads: [string, Crash["victim"], Point][] = [
  ["the gateway is killed in the middle of its body", "gateway", atBlob(halfway)],
  ["IPFS is killed in the middle of its body", "ipfs", atIpfs(halfway)],
  ["the gateway is killed when IPFS has its body", "gateway", atIpfs(kept)],
  ["IPFS is killed when it has its body and the gateway does not know", "ipfs", atIpfs(kept)],
  ["the gateway is killed when it keeps its capsule", "gateway", atGateway(/PUT \/charts\//, "answer")],
];

const keysAwaited: [string, Point] = ["before the keys arrive", atGateway(/PUT \/grants\//, "request")];
const keysKept: [string, Point] = ["when it keeps the keys and has not said so", atGateway(/PUT \/grants\//, "answer")];
type RelayPoint = keyof ReturnType<typeof pointsOfRelaying>;

/** A relay treats all messages alike, so each point has one of them in its turn; by OWNCHART_KILLS=all each has all. */
function relaying(name: MessageName, turns: readonly RelayPoint[]): [string, Point][] {
  const points = pointsOfRelaying(name);
  return process.env.OWNCHART_KILLS === "all" ? Object.values(points) : turns.map((turn) => points[turn]);
}

/**
 * A relay does the same for every message: a publication is killed at all points, the others where clients differ. What
 * has not arrived when the gateway is killed was never asked, whatever it was; so twice suffices.
 */
export const crashes: Crash[] = [
  ...gatewayKilled(
    "a publication goes on when the gateway is killed",
    publication,
    relaying("Publish", ["arriving", "queued", "included", "done"]),
  ),
  ...gatewayKilled("a grant goes on when the gateway is killed", granting, [
    ...relaying("Grant", ["unanswered", "sent"]),
    keysAwaited,
    keysKept,
  ]),
  ...gatewayKilled("a revocation goes on when the gateway is killed", revocation, [
    ...relaying("Revoke", ["tried", "signed"]),
    keysKept,
  ]),
  ...uploads.map(([when, victim, point]) => {
    return { sentence: `a record goes up when ${when}`, victim, point, prepare: upload };
  }),
  ...gatewayKilled("a chart is opened when the gateway is killed", opening, [pointsOfRelaying("OpenChart").sent]),
  ...gatewayKilled("a record is erased when the gateway is killed", erasure, [
    ["when it is done and not said", atGateway(/DELETE \/charts\//, "answer")],
  ]),
  ...gatewayKilled("a vault is kept when the gateway is killed", keepingVault, [
    ["when it is there and that is not said", atGateway(/PUT \/vaults\//, "answer")],
  ]),
  ...gatewayKilled("a chart is read when the gateway is killed", reading, [
    ["when a key is entered in the log and not yet delivered", atGateway(/GET \/charts\/\S+\/capsules/, "answer")],
  ]),
];

function gatewayKilled(sentence: string, prepare: Crash["prepare"], points: [string, Point][]): Crash[] {
  return points.map(([when, point]) => ({ sentence: `${sentence} ${when}`, victim: "gateway", point, prepare }));
}
