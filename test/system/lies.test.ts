import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Hex, createWalletClient, http, sha256, zeroAddress } from "viem";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createChartChain } from "#client/chain/createChartChain.ts";
import { createClientChain } from "#client/chain/createClientChain.ts";
import { bringByRelay } from "#client/gateway/bringByRelay.ts";
import type { AccessLog, LogEntry } from "#core/audit/AccessLog.ts";
import type { LogMemory } from "#core/audit/LogMemory.ts";
import { entryHead } from "#core/audit/entryHead.ts";
import { eraseRecord } from "#core/chart/eraseRecord.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { chartPlaceOf } from "#core/chart/chartPlaceOf.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { readRecord } from "#core/chart/readRecord.ts";
import { renewRoot } from "#core/chart/renewRoot.ts";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { rotateKeys } from "#core/chart/rotateKeys.ts";
import { sealGrantFor } from "#core/chart/sealGrantFor.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { keysetOf } from "#core/sealing/keyset/keysetOf.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { defaultSuite } from "#core/sealing/suites.ts";
import { type Unlock, openVault } from "#core/sealing/vault/openVault.ts";
import { createRecoveryCode, recoverySlot, recoveryUnlock } from "#core/sealing/vault/recoveryCode.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { sealVault } from "#core/sealing/vault/sealVault.ts";
import { about } from "#test/support/chartPeople.ts";
import { clinicians, people } from "../../scripts/seed/people.ts";
import { putVault, requireCurrentRoots } from "../../scripts/ownchart/keys/unlockedRoots.ts";
import { type Frame, bytesOfFrames, fieldBytes, framesIn } from "./support/framesIn.ts";
import { freePort } from "#test/support/freePort.ts";
import { type Answer, type Lie, type LyingGateway, lyingGateway } from "./support/lyingGateway.ts";
import {
  type StackPerson,
  addResults,
  shareResults,
  stackClinician,
  stackPatient,
  stackPerson,
} from "./support/stackPeople.ts";
import { type Stack, startStack } from "./support/stack.ts";

/**
 * Every lie that a gateway can tell a client. Each is noticed under a name that docs/threat-model.md promises, or it is
 * one that the page says is not noticed; the last tests hold this file and that page against each other.
 */

let stack: Stack;
let liar: LyingGateway;
let [patient, other, doctor, second]: StackPerson[] = [];
let published: Hex[];

beforeAll(async () => {
  const port = await freePort();
  const environment = { OWNCHART_APP_ORIGINS: `http://localhost:${port}`, OWNCHART_ANCHOR_SECONDS: "1" };
  stack = await startStack({ environment });
  liar = await lyingGateway({ truth: stack.gatewayUrl, port });
  const theirs = { gatewayUrl: liar.url };
  [patient, other] = await Promise.all([stackPatient(stack, theirs), stackPatient(stack, theirs)]);
  const { familyDoctor, cardiologist } = clinicians;
  doctor = await stackClinician(stack, { ...theirs, account: familyDoctor.account });
  second = await stackClinician(stack, { ...theirs, account: cardiologist.account });
  await shareResults(patient!, doctor, { contribute: ["labs"] });
  await shareResults(patient!, second);
  await shareResults(other!, doctor);
  published = await addResults(patient!, patient!, ["one", "two"]);
  published.push(...(await addResults(doctor, patient!, ["three"])));
  await addResults(other!, other!, ["another's"]);
}, 120_000);
afterAll(async () => {
  await liar?.close();
  await stack?.close();
}, 60_000);

let isLying = false;
afterEach(() => {
  if (isLying) expect(liar.told(), "how often the lie was told").toBeGreaterThan(0);
  believe();
});

/** From here on, until the test ends. */
function lie(told: Lie): void {
  liar.lie(told);
  isLying = true;
}

function believe(): void {
  liar.lie(undefined);
  isLying = false;
}

/** Names under which something here was noticed. */
const noticed = new Set<string>();

async function expectRefusal(work: Promise<unknown>, name: string): Promise<void> {
  noticed.add(name);
  await expect(work).rejects.toMatchObject({ name });
}

/** A refusal is taken at its word, though nothing refuses. */
async function expectBelieved(work: Promise<unknown>, name: string): Promise<void> {
  await expect(work).rejects.toMatchObject({ name });
}

const json = (truth: Answer, value: unknown, status = 200): Answer => ({
  status,
  headers: new Headers({ ...Object.fromEntries(truth.headers), "content-type": "application/json" }),
  body: Buffer.from(JSON.stringify(value)),
});
const page = (status: number, type = "text/html"): Answer => ({
  status,
  headers: new Headers({ "content-type": type }),
  body: Buffer.from("<h1>Welcome</h1>"),
});
const problem = (name: string, status: number, title = "So it is."): Answer => ({
  status,
  headers: new Headers({ "content-type": "application/problem+json" }),
  body: Buffer.from(JSON.stringify({ type: `urn:ownchart:error:${name}`, title, status })),
});

/** What somebody sees of their own chart. */
async function shown(holder: Holder, access = openOwnAccess({ holder })) {
  const { records, closed } = await listRecords({ holder, access: await access });
  return {
    titles: records.map(({ entry }) => entry.title).toSorted(),
    refusals: closed.map(({ refusal }) => refusal),
  };
}

const all = ["About one", "About three", "About two"];

describe("records:", () => {
  /** Delivers other capsules, each at a position of its own. */
  function deliver(change: (capsules: Buffer[]) => Buffer[]): void {
    deliverFrames((frames) =>
      change(frames.map(({ content }) => content)).map((content, index) => ({ fields: uint64(index + 1), content })),
    );
  }

  function deliverFrames(change: (frames: Frame[]) => Frame[]): void {
    const tell = (truth: Answer) => {
      const changed = change(framesIn(truth.body, fieldBytes.capsules));
      return { ...truth, body: bytesOfFrames(changed, fieldBytes.capsules) };
    };
    lie({ of: /^GET \/charts\/\w+\/capsules(\?|$)/, tell });
  }

  /** Two of the three are shown, and the third is said to be missing. */
  async function expectOneMissing(which = "About one"): Promise<void> {
    noticed.add("Missing");
    const titles = all.filter((title) => title !== which);
    expect(await shown(patient!)).toEqual({ titles, refusals: ["Missing"] });
  }

  const withoutFirst = (capsules: Buffer[]) => capsules.filter((it) => sha256(it) !== published[0]);

  test("nothing but the truth is shown whole", async () => {
    expect(await shown(patient!)).toEqual({ titles: all, refusals: [] });
  });

  test("one is withheld", async () => {
    deliver(withoutFirst);
    await expectOneMissing();
  });

  test("one is withheld from a grantee", async () => {
    deliver(withoutFirst);
    const access = openSharedAccess({ holder: doctor!, subject: patient!.address });
    expect(await shown(doctor!, access)).toEqual({ titles: ["About three", "About two"], refusals: ["Missing"] });
  });

  test("all are withheld", async () => {
    deliver(() => []);
    expect(await shown(patient!)).toEqual({ titles: [], refusals: ["Missing", "Missing", "Missing"] });
  });

  test("another chart's capsule takes the place of one", async () => {
    const [theirs] = await Array.fromAsync(other!.services.capsules.list({ subject: other!.address }));
    deliver((capsules) => [...withoutFirst(capsules), Buffer.from(theirs!)]);
    await expectOneMissing();
  });

  test("another author's capsule takes the place of one", async () => {
    deliver((capsules) => [...withoutFirst(capsules), capsules.find((it) => sha256(it) === published[2])!]);
    await expectOneMissing();
  });

  test.each([0, 40, 200, -1])("a bit of one is flipped, at byte %i", async (at) => {
    deliver((capsules) =>
      capsules.map((capsule) => {
        const changed = Buffer.from(capsule);
        if (sha256(capsule) === published[0]) changed[at < 0 ? capsule.length + at : at]! ^= 1;
        return changed;
      }),
    );
    await expectOneMissing();
  });

  test("each is delivered twice, which changes nothing", async () => {
    deliver((capsules) => [...capsules, ...capsules]);
    expect(await shown(patient!)).toEqual({ titles: all, refusals: [] });
  });

  test("they are delivered in another order, which changes nothing", async () => {
    const before = await listRecords({ holder: patient!, access: await openOwnAccess({ holder: patient! }) });
    deliver((capsules) => capsules.toReversed());
    const after = await listRecords({ holder: patient!, access: await openOwnAccess({ holder: patient! }) });
    expect(after).toEqual(before);
  });

  test("their positions do not ascend", async () => {
    deliverFrames((frames) => frames.toReversed());
    await expectRefusal(shown(patient!), "GatewayAnswerBroken");
  });

  test("thousands that nobody published come first, and are not heard out", async () => {
    deliver((capsules) => [...Array.from({ length: 5000 }, () => Buffer.from(randomBytes(1500))), ...capsules]);
    expect((await shown(patient!)).refusals).toEqual(["Missing", "Missing", "Missing"]);
  });

  test("the list is cut again and again", async () => {
    lie({
      of: /^GET \/charts\/\w+\/capsules/,
      tell: (truth) => ({ ...truth, body: truth.body.subarray(0, -12).subarray(0, 100) }),
    });
    await expectRefusal(shown(patient!), "GatewayAnswerCut");
  });

  test("one of another chart is delivered where somebody has published its hash", async () => {
    const thief = await stackPatient(stack, { gatewayUrl: liar.url });
    const capsule = await patient!.services.capsules.get({ subject: patient!.address, capsuleHash: published[0]! });
    await publishHash(thief, thief, published[0]!, capsule!);
    deliver(() => [Buffer.from(capsule!)]);
    noticed.add("NoKeyForCapsule");
    expect(await shown(thief)).toEqual({ titles: [], refusals: ["NoKeyForCapsule"] });
  });

  test("one of a chart is delivered where another author has published its hash before its own did", async () => {
    const chart = await stackPatient(stack, { gatewayUrl: liar.url });
    await shareResults(chart, doctor!, { contribute: ["labs"] });
    // The rightful author is the patient, whose capsule is caught on its way.
    const caught = Promise.withResolvers<Uint8Array>();
    const { services } = chart;
    const put = async (stored: { capsule: Uint8Array }) => caught.resolve(stored.capsule);
    const never = { ...services.chain, publish: async () => {} };
    const sealing = { ...chart, services: { ...services, chain: never, capsules: { ...services.capsules, put } } };
    await addResults(sealing, chart, ["caught"]);
    const capsule = await caught.promise;
    await publishHash(doctor!, chart, sha256(capsule), capsule);
    deliver(() => [Buffer.from(capsule)]);
    noticed.add("WrongChartOrKey");
    expect(await shown(chart)).toEqual({ titles: [], refusals: ["WrongChartOrKey"] });
  });

  async function publishHash(author: StackPerson, chart: StackPerson, hash: Hex, capsule: Uint8Array): Promise<void> {
    await author.services.capsules.put({ subject: chart.address, capsule });
    const { epoch } = (await author.services.chain.chartOf(chart.address))!;
    const of = { author: author.address, subject: chart.address, epoch };
    await author.services.chain.publish({ ...of, capsuleHashes: [hash] });
  }

  test("one that was to be erased is kept", async () => {
    lie({ of: /^DELETE /, swallows: true, tell: (truth) => truth });
    await expectRefusal(eraseRecord({ holder: patient!, capsuleHash: published[1]! }), "RecordNotErased");
  });

  test("one that was to be stored is not, and its hash is published all the same", async () => {
    const trusting = await stackPatient(stack, { gatewayUrl: liar.url, pay });
    lie({ of: /^PUT \/charts\//, swallows: true, tell: (truth) => truth });
    await addResults(trusting, trusting, ["lost"]);
    expect(await shown(trusting)).toEqual({ titles: [], refusals: ["Missing"] });
  });
});

describe("grants:", () => {
  const read = (subject: Holder) => openSharedAccess({ holder: doctor!, subject: subject.address });
  type Stored = { epoch: number; grant: Uint8Array };

  function deliver(grants: readonly Stored[]): void {
    const frames = grants.map(({ epoch, grant }, index) => {
      const fields = Buffer.alloc(12);
      fields.writeBigUInt64BE(BigInt(grants.length - index));
      fields.writeUInt32BE(epoch, 8);
      return { fields, content: Buffer.from(grant) };
    });
    const body = bytesOfFrames(frames, fieldBytes.grants);
    lie({ of: /^GET \/grants\//, tell: (truth) => ({ ...truth, status: 200, body }) });
  }

  const stored = (subject: Holder, grantee: Holder) =>
    grantee.services.grants.list({ subject: subject.address, grantee: grantee.address });

  test("somebody else's", async () => {
    deliver(await stored(patient!, second!));
    await expectRefusal(read(patient!), "WrongChartOrKey");
  });

  test("one's own of another chart", async () => {
    deliver(await stored(other!, doctor!));
    await expectRefusal(read(patient!), "WrongChartOrKey");
  });

  test("one with a flipped bit", async () => {
    const [{ epoch, grant }] = (await stored(patient!, doctor!)) as [Stored];
    const changed = Uint8Array.from(grant, (byte, at) => (at === grant.length - 1 ? byte ^ 1 : byte));
    deliver([{ epoch, grant: changed }]);
    await expectRefusal(read(patient!), "GrantDamaged");
  });

  test("random bytes", async () => {
    deliver([{ epoch: 0, grant: randomBytes(3000) }]);
    await expectRefusal(read(patient!), "UnknownFormat");
  });

  /** Whoever grants keys of a root of their own, in the patient's name. */
  async function madeUp(terms: object): Promise<Stored> {
    const root = randomBytes(32);
    const impostor = { ...patient!, roots: [{ firstEpoch: 0, root }] as const };
    const chart = chartPlaceOf(patient!.services, patient!.address);
    const keys = [{ epoch: 0, suite: defaultSuite, root, keyset: keysetOf({ root, chart, epoch: 0, suite: 1 }) }];
    const share = { grantee: doctor!.address, read: [2], contribute: [2], terms, about };
    return { epoch: 0, grant: await sealGrantFor({ holder: impostor, share, keys }) };
  }

  test("one that was made up, under terms that were", async () => {
    deliver([await madeUp({ resourceType: "Consent" })]);
    await expectRefusal(read(patient!), "GrantDoesNotMatch");
  });

  test("one that was made up, under the true terms, which a grantee has told", async () => {
    deliver([await madeUp((await read(patient!)).shared!.terms)]);
    await expectRefusal(read(patient!), "GrantDoesNotMatch");
  });

  test("none", async () => {
    deliver([]);
    await expectRefusal(read(patient!), "GrantNotFound");
  });

  test("none, as if there had never been one", async () => {
    lie({ of: /^GET \/grants\//, tell: () => problem("NotFound", 404) });
    await expectRefusal(read(patient!), "GrantNotFound");
  });

  test("none, as if it had ended", async () => {
    lie({ of: /^GET \/grants\//, tell: () => problem("NotGranted", 403) });
    await expectBelieved(read(patient!), "NotGranted");
  });

  test("one of an epoch that has not come", async () => {
    const [grant] = await stored(patient!, doctor!);
    deliver([{ ...grant!, epoch: 7 }]);
    await expectRefusal(read(patient!), "GrantNotFound");
  });

  test("hundreds", async () => {
    const [grant] = await stored(patient!, doctor!);
    deliver(Array.from({ length: 300 }, () => grant!));
    await expectRefusal(read(patient!), "GatewayAnswerBroken");
  });

  test("one that was to be stored is not", async () => {
    const chart = await stackPatient(stack, { gatewayUrl: liar.url });
    lie({ of: /^PUT \/grants\//, swallows: true, tell: (truth) => json(truth, { version: 1 }, 201) });
    await shareResults(chart, doctor!);
    await expectRefusal(read(chart), "GrantNotFound");
  });

  describe("after a rotation", () => {
    let chart: StackPerson;
    let grants: Stored[];
    beforeAll(async () => {
      chart = await stackPatient(stack, { gatewayUrl: liar.url });
      await shareResults(chart, doctor!, { contribute: ["labs"] });
      await shareResults(chart, second!);
      await addResults(chart, chart, ["before"]);
      expect(await revokeAccess({ holder: chart, grantee: second!.address })).toEqual([]);
      await addResults(chart, chart, ["after"]);
      grants = await stored(chart, doctor!);
    });
    const older = () => grants.filter(({ epoch }) => epoch === 0);

    test("the one of before opens what it did then, and nothing can be added with it", async () => {
      deliver(older());
      const seen = { titles: ["About before"], refusals: ["Missing"] };
      expect(await shown(doctor!, read(chart))).toEqual(seen);
      await expectRefusal(addResults(doctor!, chart, ["new"]), "StaleKeyset");
    });

    test("the one of before is called the present one", async () => {
      deliver(older().map(({ grant }) => ({ epoch: 1, grant })));
      await expectRefusal(read(chart), "WrongChartOrKey");
    });

    test("none is to be had when the subject changes keys once more, and the subject is told who got none", async () => {
      deliver([]);
      const notRefreshed = await rotateKeys({ holder: chart });
      expect(notRefreshed).toMatchObject([{ grantee: doctor!.address, cause: { name: "GrantNotFound" } }]);
    });
  });

  test("the one of before a narrowing", async () => {
    const chart = await stackPatient(stack, { gatewayUrl: liar.url });
    await shareResults(chart, doctor!, { read: ["labs", "mental-health"] });
    const wide = await stored(chart, doctor!);
    await shareResults(chart, doctor!);
    deliver(wide);
    await expectRefusal(read(chart), "GrantDoesNotMatch");
  });
});

describe("vaults:", () => {
  const code = createRecoveryCode();
  const unlock: Unlock = recoveryUnlock(code);
  let keeper: StackPerson;
  let yesterdays: Awaited<ReturnType<typeof sealed>>;

  const sealed = ({ address, services }: StackPerson, roots: Roots) =>
    sealVault({ roots, chainId: services.chain.chainId, address, slots: [recoverySlot(code), recoverySlot(code)] });

  beforeAll(async () => {
    keeper = await stackPatient(stack, { gatewayUrl: liar.url });
    const { vaults } = keeper.connection;
    yesterdays = await sealed(keeper, keeper.roots);
    await vaults.put({ vault: yesterdays, version: undefined });
    const keepVault = async (roots: Roots) =>
      void (await vaults.put({ vault: await sealed(keeper, roots), version: 1 }));
    keeper = { ...keeper, ...(await renewRoot({ holder: keeper, keepVault })) };
  });

  function deliver(vault: object): void {
    lie({ of: /^GET \/vaults\//, tell: (truth) => json(truth, vault) });
  }

  /** Fetches one's vault, unlocks it, and opens one's chart with it. */
  async function unlocked(): Promise<Roots> {
    const { connection, address, services } = keeper;
    const kept = await connection.vaults.get();
    const roots = await openVault({ vault: kept!.vault, unlock, chainId: services.chain.chainId, address });
    await requireCurrentRoots({ connection, address, roots });
    await openOwnAccess({ holder: { ...keeper, roots } });
    return roots;
  }

  test("the true one is opened", async () => {
    expect(await unlocked()).toEqual(keeper.roots);
  });

  test("yesterday's", async () => {
    deliver(yesterdays);
    await expectRefusal(unlocked(), "StaleVault");
  });

  test("yesterday's opens no chart, though nobody had compared it", async () => {
    deliver(yesterdays);
    const { vault } = (await keeper.connection.vaults.get())!;
    const { address, services } = keeper;
    const roots = await openVault({ vault, unlock, chainId: services.chain.chainId, address });
    await expectRefusal(openOwnAccess({ holder: { ...keeper, roots } }), "StaleVault");
  });

  test("another's", async () => {
    deliver(await sealed(other!, other!.roots));
    await expectRefusal(unlocked(), "SlotDoesNotOpen");
  });

  test("another's under one's own address", async () => {
    deliver({ ...(await sealed(other!, other!.roots)), address: keeper.address.toLowerCase() });
    await expectRefusal(unlocked(), "SlotDoesNotOpen");
  });

  test("no vault at all", async () => {
    deliver({ v: 1, address: keeper.address });
    await expectRefusal(unlocked(), "UnknownFormat");
  });

  test("one that was to be kept is not", async () => {
    const { connection } = stackPerson(stack, { gatewayUrl: liar.url });
    lie({ of: /^PUT \/vaults\//, swallows: true, tell: (truth) => json(truth, { version: 1 }) });
    await expectRefusal(putVault(connection, yesterdays), "VaultNotKept");
  });

  test("one that is there is said not to be, and stays there all the same", async () => {
    lie({ of: /^GET \/vaults\//, tell: () => problem("NotFound", 404) });
    expect(await keeper.connection.vaults.get()).toBeUndefined();
    await expectBelieved(keeper.connection.vaults.put({ vault: yesterdays, version: undefined }), "Changed");
  });
});

describe("the access log:", () => {
  let reader: StackPerson;
  let states: AccessLog[];
  let remembered: LogMemory;

  beforeAll(async () => {
    reader = await stackPatient(stack, { gatewayUrl: liar.url });
    states = [];
    for (const text of ["one", "two", "three"]) {
      await addResults(reader, reader, [text]);
      await shown(reader);
      states.push(await anchoredLog(states.length + 1));
    }
    remembered = (await reader.connection.accessLog.read()).memory;
  }, 100_000);

  /** As soon as so many entries are anchored. */
  async function anchoredLog(count: number): Promise<AccessLog> {
    for (;;) {
      const { anchored, log } = await reader.connection.accessLog.read();
      if (anchored === count) return log;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  function deliver(change: (log: AccessLog) => object): void {
    lie({ of: /^GET \/log\//, tell: (truth) => json(truth, { more: false, ...change(states.at(-1)!) }) });
  }
  const entries = (change: (entries: LogEntry[]) => LogEntry[]) =>
    deliver((log) => ({ ...log, entries: change([...log.entries]) }));
  const read = (memory?: LogMemory) => reader.connection.accessLog.read({ remembered: memory });

  /** As a gateway would that keeps to the form. */
  function rechained(log: readonly LogEntry[]): LogEntry[] {
    let previous: Hex = `0x${"0".repeat(64)}`;
    return log.map((entry, index) => {
      const next = { ...entry, count: index + 1 };
      previous = entryHead({ ...next, subject: reader.address.toLowerCase() as Hex, previous });
      return { ...next, head: previous };
    });
  }

  test("the true one holds", async () => {
    expect(await read(remembered)).toMatchObject({ anchored: 3, memory: { count: 3 } });
  });

  test("an entry is left out", async () => {
    entries((log) => log.filter((_, index) => index !== 1));
    await expectRefusal(read(), "LogBroken");
  });

  test.each<[string, Partial<LogEntry>]>([
    ["to whom", { to: zeroAddress }],
    ["when", { at: 1 }],
    ["which records", { capsules: [] }],
  ])("an entry says something else: %s", async (_, change) => {
    entries((log) => log.map((entry, index) => (index === 1 ? { ...entry, ...change } : entry)));
    await expectRefusal(read(), "LogBroken");
  });

  test("entries stand in another order", async () => {
    entries(([first, next, last]) => [next!, first!, last!]);
    await expectRefusal(read(), "LogBroken");
  });

  test("it is another subject's", async () => {
    deliver((log) => ({ ...log, subject: other!.address.toLowerCase() }));
    await expectRefusal(read(), "LogBroken");
  });

  test("it does not end", async () => {
    deliver((log) => ({ ...log, more: true }));
    await expectRefusal(read(), "LogBroken");
  });

  test("an entry is left out, and all that follow are made to fit", async () => {
    entries((log) => rechained(log.filter((_, index) => index !== 1)));
    await expectRefusal(read(), "LogNotAnchored");
  });

  test("an entry is made up, and all that follow are made to fit", async () => {
    entries(([first, ...others]) => rechained([first!, first!, ...others]));
    await expectRefusal(read(), "LogNotAnchored");
  });

  test("the last entries are left out", async () => {
    entries((log) => log.slice(0, 1));
    await expectRefusal(read(), "LogNotAnchored");
  });

  test("an anchor is shown that is not on the chain", async () => {
    deliver((log) => ({ ...log, anchors: log.anchors.map((anchor) => ({ ...anchor, root: sha256(anchor.root) })) }));
    await expectRefusal(read(), "LogNotAnchored");
  });

  test("it is the one of three anchors ago", async () => {
    deliver(() => states[0]!);
    await expectRefusal(read(), "LogOutdated");
  });

  test("it is the one of three anchors ago, to somebody who remembers", async () => {
    deliver(() => states[0]!);
    await expectRefusal(read(remembered), "LogRolledBack");
  });

  test("it is empty, to somebody who remembers", async () => {
    deliver((log) => ({ ...log, salt: null, entries: [], anchors: [] }));
    await expectRefusal(read(remembered), "LogRolledBack");
  });

  const anotherGateway: Lie = {
    of: /^GET \/$/,
    tell: (truth) => json(truth, { ...JSON.parse(truth.body.toString()), address: people.operator.account.address }),
  };

  test("it is said to be anchored under another address", async () => {
    lie(anotherGateway);
    await expectRefusal(read(), "LogNotAnchored");
  });

  test("it is said to be anchored under another address, to somebody who remembers", async () => {
    lie(anotherGateway);
    await expectRefusal(read(remembered), "LogOfAnotherGateway");
  });

  describe("what is not noticed, as the threat model says:", () => {
    test("that it is empty, to somebody who remembers nothing", async () => {
      deliver((log) => ({ ...log, salt: null, entries: [], anchors: [] }));
      expect(await read()).toMatchObject({ anchored: 0 });
    });

    test("that what was entered since the last anchor is other than it was", async () => {
      const last = states.at(-1)!;
      const head = last.entries.at(-1)!.head;
      const next = { count: 4, at: 1, to: zeroAddress, capsules: [] };
      const subject = last.subject;
      deliver(() => ({
        ...last,
        entries: [...last.entries, { ...next, head: entryHead({ ...next, subject, previous: head }) }],
      }));
      expect(await read(remembered)).toMatchObject({ anchored: 3 });
    });
  });
});

describe("the relay:", () => {
  /** Somebody who publishes their key through the relay, and waits a little only. */
  function publishing(milliseconds = 60_000) {
    const person = stackPerson(stack, { gatewayUrl: liar.url });
    const { chainUrl: rpcUrl, deployment } = stack;
    const relay = bringByRelay({ gateway: person.connection.gateway, milliseconds });
    const state = { digest: `0x${"0".repeat(64)}` as Hex };
    const bring: typeof relay = (message) => {
      state.digest = message.digest;
      return relay(message);
    };
    const chain = createChartChain({ chain: createClientChain({ rpcUrl, deployment }), signer: person.account, bring });
    const holder = { ...person, services: { ...person.services, chain } };
    return {
      message: state,
      publish: () => publishIdentity({ holder }),
      isPublished: async () => (await chain.publishedKey(person.address)) !== undefined,
    };
  }

  const says = (answer: object, { swallows = true } = {}): Lie => ({
    of: /^(POST|GET) \/relay/,
    swallows,
    tell: (truth) => json(truth, { transactions: [], ...answer }, 202),
  });

  /** As `says`, of the message that is being brought. */
  function saysOf({ message }: ReturnType<typeof publishing>, answer: object, options?: { swallows: boolean }): Lie {
    const { tell, ...lied } = says({}, options);
    return {
      ...lied,
      tell: async (truth, request) =>
        json(
          truth,
          { ...JSON.parse((await tell(truth, request)).body.toString()), digest: message.digest, ...answer },
          202,
        ),
    };
  }

  test("it says that it was done, and did nothing", async () => {
    const it = publishing();
    lie(saysOf(it, { state: "included" }));
    await expectRefusal(it.publish(), "NotOnChain");
  });

  test("it says that it was done, and names another's transaction", async () => {
    const it = publishing();
    const client = createClientChain({ rpcUrl: stack.chainUrl, deployment: stack.deployment }).client;
    const { transactions } = await client.getBlock();
    lie(saysOf(it, { state: "included", transactions }));
    await expectRefusal(it.publish(), "NotOnChain");
  });

  test("it speaks of another message", async () => {
    lie(says({ state: "included", digest: sha256("0x01") }));
    await expectRefusal(publishing().publish(), "GatewayAnswerBroken");
  });

  test("it says that it failed, and did nothing", async () => {
    const it = publishing();
    lie(saysOf(it, { state: "failed" }));
    await expectRefusal(it.publish(), "RelayFailed");
  });

  test("it says that the contract refused, under a name that no contract has", async () => {
    const it = publishing();
    lie(saysOf(it, { state: "failed", error: { name: "Sorry", title: "Ask at https://example.org" } }));
    await expectRefusal(it.publish(), "RelayFailed");
  });

  test("it says that it failed, though it was done", async () => {
    const it = publishing();
    const done = Promise.withResolvers<void>();
    lie({
      of: /^POST \/relay/,
      async tell(truth) {
        await expect.poll(it.isPublished, { timeout: 30_000 }).toBe(true);
        done.resolve();
        return json(truth, { digest: it.message.digest, state: "failed" }, 202);
      },
    });
    await it.publish();
    await done.promise;
  });

  test("it says for ever that it will be done", async () => {
    const it = publishing(1500);
    lie(saysOf(it, { state: "queued" }));
    await expectRefusal(it.publish(), "RelaySilent");
  });

  test("it says for ever that it will be done, though it was", async () => {
    const it = publishing(4000);
    lie(saysOf(it, { state: "queued" }, { swallows: false }));
    await it.publish();
    expect(await it.isPublished()).toBe(true);
  });

  test("it refuses a revocation, which its signer then pays for", async () => {
    const chart = await stackPatient(stack, { gatewayUrl: liar.url });
    await shareResults(chart, doctor!);
    lie({ of: /^POST \/relay/, swallows: true, tell: () => problem("QuotaReached", 429) });
    await expectBelieved(revokeAccess({ holder: chart, grantee: doctor!.address }), "QuotaReached");
    const paying = stackPerson(stack, { ...chart, gatewayUrl: liar.url, pay });
    await revokeAccess({ holder: paying, grantee: doctor!.address });
    expect(await chart.services.chain.grantsOf(chart.address)).toEqual([]);
  });
});

/** At the operator's cost. */
function pay(transaction: { to: Hex; data: Hex }): Promise<Hex> {
  const wallet = createWalletClient({ account: people.operator.account, transport: http(stack.chainUrl) });
  return wallet.sendTransaction({ ...transaction, chain: null });
}

describe("bodies:", () => {
  /** Reads the first record where the gateway says that bodies are read. */
  async function readAt(answer: { status?: number; headers?: Record<string, string>; body?: Uint8Array }) {
    const raw = { "content-type": "application/vnd.ipld.raw" };
    const { status = 200, headers = raw, body = new Uint8Array() } = answer;
    const server = createServer((_, response) => response.writeHead(status, headers).end(body)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const ipfs = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    lie({ of: /^GET \/$/, tell: (truth) => json(truth, { ...JSON.parse(truth.body.toString()), ipfs }) });
    try {
      return await readFirst();
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  /** Through a connection that has not asked yet where bodies are read. */
  async function readFirst() {
    const { account, roots } = patient!;
    const holder = stackPerson(stack, { account, roots, gatewayUrl: liar.url });
    const access = await openOwnAccess({ holder });
    const { records } = await listRecords({ holder, access });
    const record = records.find(({ capsuleHash }) => capsuleHash === published[0])!;
    return new TextDecoder().decode(await bytesOf(await readRecord({ holder, access, record })));
  }

  test("the true one is read", async () => {
    expect(await readFirst()).toBe("one");
  });

  test("other bytes come from another IPFS gateway", async () => {
    await expectRefusal(readAt({ body: randomBytes(5000) }), "BlockNotItsCid");
  });

  test("another record's body comes from another IPFS gateway", async () => {
    const access = await openOwnAccess({ holder: patient! });
    const { records } = await listRecords({ holder: patient!, access });
    const { entry } = records.find(({ capsuleHash }) => capsuleHash === published[1])!;
    const body = new Uint8Array(await (await fetch(`${stack.ipfsUrl}/ipfs/${entry.cid}?format=raw`)).arrayBuffer());
    expect(body.length).toBeGreaterThan(0);
    await expectRefusal(readAt({ body }), "BlockNotItsCid");
  });

  test("another IPFS gateway has nothing", async () => {
    await expectRefusal(readAt({ status: 404 }), "RecordGone");
  });

  test("another IPFS gateway answers with a page", async () => {
    await expectRefusal(readAt({ headers: { "content-type": "text/html" } }), "IpfsAnswerBroken");
  });

  test("another IPFS gateway sends elsewhere", async () => {
    const location = `${stack.gatewayUrl}/health`;
    await expectRefusal(readAt({ status: 302, headers: { location } }), "IpfsAnswerBroken");
  });

  test("what is stored is called by another CID", async () => {
    const cid = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy";
    lie({ of: /^PUT \/blobs/, tell: (truth) => json(truth, { cid, bytes: 1 }, 201) });
    await expectRefusal(addResults(patient!, patient!, ["four"]), "RecordNotStored");
  });
});

describe("which world it is:", () => {
  const saying = (change: object): Lie => ({
    of: /^GET \/$/,
    tell: (truth) => json(truth, { ...JSON.parse(truth.body.toString()), ...change }),
  });
  const ask = () => stackPerson(stack, { gatewayUrl: liar.url }).connection.accessLog.read();

  test("other contracts", async () => {
    const { contracts } = stack.deployment;
    lie(saying({ contracts: { ...contracts, ConsentRegistry: contracts.AuditLog } }));
    await expectRefusal(ask(), "GatewayOfAnotherWorld");
  });

  test("another chain", async () => {
    lie(saying({ chainId: 1 }));
    await expectRefusal(ask(), "GatewayOfAnotherWorld");
  });

  test("that it is something else", async () => {
    lie(saying({ name: "shop" }));
    await expectRefusal(ask(), "GatewayAnswerBroken");
  });
});

describe("answers of any kind:", () => {
  const anew = () => stackPerson(stack, { gatewayUrl: liar.url });
  const askVault = () => anew().connection.vaults.get();

  test.each([
    ["an error page", /^GET \/vaults/, () => page(500), "GatewayAnswerBroken"],
    ["a proxy's page", /^GET \/vaults/, () => page(502), "GatewayUnreachable"],
    ["a page instead of an answer", /^GET \/vaults/, () => page(200), "GatewayAnswerBroken"],
    ["a page that is called JSON", /^GET \/session\/nonce/, () => page(200, "application/json"), "GatewayAnswerBroken"],
    [
      "a page that is called a problem",
      /^GET \/vaults/,
      () => page(403, "application/problem+json"),
      "GatewayAnswerBroken",
    ],
    ["a problem that nobody knows", /^GET \/vaults/, () => problem("PayFirst", 402), "UnknownRefusal"],
    ["a redirect", /^GET \/vaults/, elsewhere, "GatewayAnswerBroken"],
  ] as const)("%s", async (_, of, tell, name) => {
    lie({ of, tell });
    await expectRefusal(askVault(), name);
  });

  test.each([
    ["of a gateway's", () => problem("SignInNeeded", 401), "SignInNeeded"],
    ["of a contract's", () => problem("ConsentChartNotOpen", 409), "ConsentChartNotOpen"],
  ] as const)("a problem %s that is none", async (_, tell, name) => {
    lie({ of: /^GET \/vaults/, tell });
    await expectBelieved(askVault(), name);
  });

  function elsewhere(): Answer {
    return { status: 307, headers: new Headers({ location: stack.gatewayUrl }), body: Buffer.alloc(0) };
  }

  test("a problem's words reach nobody's eyes where they lead elsewhere", async () => {
    lie({ of: /^GET \/vaults/, tell: () => problem("NotPermitted", 403, "Pay at https://example.org/now") });
    await expect(askVault()).rejects.toThrow("The gateway refused this for a reason unknown here.");
  });

  test("words to be signed in the place of a nonce are not signed", async () => {
    const nonce = "12345678 and I give everything to 0x1111";
    lie({ of: /^GET \/session\/nonce/, tell: (truth) => json(truth, { nonce }) });
    await expectRefusal(askVault(), "GatewayAnswerBroken");
  });

  test("a session for somebody else", async () => {
    lie({
      of: /^POST \/session/,
      tell: (truth) => json(truth, { ...JSON.parse(truth.body.toString()), address: other!.address }),
    });
    await expectRefusal(askVault(), "GatewayAnswerBroken");
  });

  test("a sign-in for itself that it brings to another gateway, which takes none but its own", async () => {
    const between = liar.url.replace("localhost", "127.0.0.1");
    const { connection } = stackPerson(stack, { gatewayUrl: between });
    await expectRefusal(connection.vaults.get(), "SignInRefused");
  });
});

describe("what it says of the chain", () => {
  test("is not asked for: the chain itself is", async () => {
    lie({ of: /^GET \/shared-with\/me|^GET \/charts\/\w+(\?|$)/, tell: (truth) => json(truth, { charts: [] }) });
    const shared = await doctor!.connection.sharedWithMe();
    expect(shared.map(({ subject }) => subject)).toEqual(expect.arrayContaining([patient!.address, other!.address]));
    believe(); // for it was not told
    expect(liar.asked.filter((it) => /^GET (\/shared-with|\/charts\/\w+(\?|$)|\/health|\/metrics)/.test(it))).toEqual(
      [],
    );
  });
});

describe("what is not noticed, as the threat model says:", () => {
  test("that a record is kept which is said to be erased", async () => {
    const chart = await stackPatient(stack, { gatewayUrl: liar.url });
    const [capsuleHash] = await addResults(chart, chart, ["kept"]);
    lie({
      of: /^(DELETE|GET) \/charts\//,
      swallows: true,
      tell: (truth, { method }) => (method === "DELETE" ? truth : problem("NotFound", 404)),
    });
    await eraseRecord({ holder: chart, capsuleHash: capsuleHash! });
    believe();
    expect(await chart.services.capsules.get({ subject: chart.address, capsuleHash: capsuleHash! })).toBeDefined();
  });
});

describe("the threat model", () => {
  /** Names in the second column of what a gateway can do wrong. */
  async function promised(): Promise<string[]> {
    const text = await readFile(new URL("../../docs/threat-model.md", import.meta.url), "utf8");
    const section = /\*\*What a gateway can do wrong, and what happens then\.\*\*\n([^]*?)\n\n\*\*/.exec(text)![1]!;
    const cells = section.split("\n").map((row) => row.split("|")[2] ?? "");
    return [...new Set(cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!)))];
  }

  test("names everything by which a lie was noticed here, and nothing else", async () => {
    expect((await promised()).toSorted()).toEqual([...noticed].toSorted());
  });
});

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
