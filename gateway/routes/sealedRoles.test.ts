import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";
import { once } from "node:events";
import { type LocalAccount, keccak256 } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChainPeople, chainPeople } from "#test/support/chainPeople.ts";
import { doctor, otherDoctor, thirdDoctor } from "#test/support/doctors.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type SampleCapsule, sampleCapsule } from "#test/support/sampleCapsule.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

/** Who may do what with sealed things, asked of every route for everybody. */

const roles = [
  "subject",
  "reader",
  "contributor",
  "author whose grant was ended",
  "reader whose grant was ended",
  "reader whose time is over",
  "reader whose time is to come",
  "stranger",
  "nobody",
] as const;
type Role = (typeof roles)[number];

let chain: LocalChain;
let wire: Wire;
let gateway: TestGateway;
let on: ChainPeople;
/** Seconds by which the gateway's clock is ahead. */
let skipped = 0;
const tokens = new Map<Role, string>();
let patient: LocalAccount;
let grantee: LocalAccount;
let [theirs, authors, erased, waiting]: (SampleCapsule | undefined)[] = [];

beforeAll(async () => {
  chain = await localChain();
  wire = await wireTo(new URL(chain.url));
  const now = () => Math.floor(Date.now() / 1000) + skipped;
  gateway = await testGateway({ ...chain, url: wire.url }, { now });
  on = chainPeople(chain);
  patient = await on.newPatient();
  const accounts: Partial<Record<Role, LocalAccount>> = { subject: patient, contributor: otherDoctor };
  accounts["author whose grant was ended"] = doctor;
  for (const role of roles) {
    if (role !== "nobody") tokens.set(role, await gateway.signIn((accounts[role] ??= await on.newPerson())));
  }
  await grantEverybody(accounts as Record<Role, LocalAccount>);
  grantee = accounts.reader!;
  await bringEverything();
  await on.revoke(patient, doctor.address);
  await on.revoke(patient, accounts["reader whose grant was ended"]!.address);
  skipped = 3600;
});
afterAll(async () => {
  await gateway.close();
  wire.close();
  await chain.close();
});

async function grantEverybody(accounts: Record<Role, LocalAccount>) {
  const { timestamp } = await chain.client.getBlock();
  const time = Number(timestamp);
  await on.grant(patient, accounts.reader.address);
  await on.grant(patient, otherDoctor.address, { read: false, contribute: true });
  await on.grant(patient, doctor.address, { read: true, contribute: true });
  await on.grant(patient, thirdDoctor.address, { read: false, contribute: true });
  await on.grant(patient, accounts["reader whose grant was ended"].address);
  await on.grant(patient, accounts["reader whose time is over"].address, { validUntil: time + 1800 });
  await on.grant(patient, accounts["reader whose time is to come"].address, { validFrom: time + 7200 });
}

/** A record of the former author's, one of another's, an erased one, and a capsule that waits for the chain. */
async function bringEverything() {
  const samples = Array.from({ length: 4 }, () => sampleCapsule(patient.address));
  [theirs, authors, erased, waiting] = samples;
  const other = await gateway.signIn(thirdDoctor);
  const token = tokens.get("author whose grant was ended");
  for (const [sample, as] of [
    [theirs, other],
    [authors, token],
    [erased, other],
    [waiting, other],
  ] as const) {
    const init = { method: "PUT", body: sample!.capsule, ...(as !== undefined && { as }) };
    expect((await gateway.request(pathOf(sample!), init)).status).toBe(201);
  }
  await on.publish(thirdDoctor, patient.address, [theirs!.digest, erased!.digest]);
  await on.publish(doctor, patient.address, [authors!.digest]);
  await gateway.request(pathOf(erased!), { method: "DELETE", as: tokens.get("subject") });
  const grant = { method: "PUT", body: new Uint8Array(1), as: tokens.get("subject") };
  expect((await gateway.request(`${grantPath()}?epoch=0`, grant)).status).toBe(201);
}

const pathOf = ({ digest }: Pick<SampleCapsule, "digest">) => `/charts/${patient.address}/capsules/${digest}`;
const listPath = () => `/charts/${patient.address}/capsules`;
const grantPath = () => `/grants/${patient.address}/${grantee.address}`;

async function answerTo(role: Role, path: string, init: RequestInit = {}) {
  const answer = await gateway.request(path, { ...init, as: tokens.get(role) });
  if (answer.status < 300) {
    await answer.bytes();
    return answer.status;
  }
  return ((await answer.json()) as { type: string }).type.split(":").at(-1);
}

const absent = { digest: keccak256("0x0a") };
const fresh = () => sampleCapsule(patient.address);
const put = ({ digest, capsule }: SampleCapsule) => [pathOf({ digest }), { method: "PUT", body: capsule }] as const;

type Answer = number | string;
type Row = [title: string, ask: () => readonly [string, RequestInit?], answers: Record<Role, Answer>];

/** What all answer whom no exception names. */
function but(otherwise: Answer, exceptions: Partial<Record<Role, Answer>>): Record<Role, Answer> {
  const all = Object.fromEntries(roles.map((role) => [role, otherwise])) as Record<Role, Answer>;
  return { ...all, nobody: "SignInNeeded", ...exceptions };
}

const readers = (answer: Answer) => ({ subject: answer, reader: answer });
const author = "author whose grant was ended";

const rows: Row[] = [
  ["get a record", () => [pathOf(theirs!)], but("NotGranted", readers(200))],
  [
    "get a record of the former author's",
    () => [pathOf(authors!)],
    but("NotGranted", { ...readers(200), [author]: 200 }),
  ],
  ["get what waits for the chain", () => [pathOf(waiting!)], but("NotGranted", { subject: 200, reader: "NotFound" })],
  ["get what is not there", () => [pathOf(absent)], but("NotGranted", readers("NotFound"))],
  ["get what was erased", () => [pathOf(erased!)], but("NotGranted", { subject: "NotFound", reader: "Erased" })],
  ["get from no chart", () => [pathOf(theirs!).replace(patient.address, thirdDoctor.address)], but("NotGranted", {})],
  ["list", () => [listPath()], but("NotGranted", { ...readers(200), contributor: 200, [author]: 200 })],
  ["list no chart", () => [listPath().replace(patient.address, thirdDoctor.address)], but("NotGranted", {})],
  ["put a capsule", () => put(fresh()), but("NotGranted", { subject: 201, contributor: 201 })],
  [
    "put no capsule",
    () => put({ ...fresh(), capsule: new Uint8Array(9) }),
    but("NotGranted", { subject: "DigestWrong", contributor: "DigestWrong" }),
  ],
  ["erase what is not there", () => [pathOf(absent), { method: "DELETE" }], but("NotPermitted", { subject: 204 })],
  ["erase a record", () => [pathOf(waiting!), { method: "DELETE" }], but("NotPermitted", { subject: 204 })],
  ["get the reader's grant", () => [grantPath()], but("NotGranted", readers(200))],
  [
    "put the reader's grant",
    () => [`${grantPath()}?epoch=0`, { method: "PUT", body: "a" }],
    but("NotPermitted", { subject: 201 }),
  ],
];

describe.each(rows)("%s:", (_, ask, answers) => {
  test.each(Object.entries(answers).toReversed() as [Role, Answer][])("%s gets %s", async (role, expected) => {
    const [path, init] = ask();
    expect(await answerTo(role, path, init)).toBe(expected);
  });
});

test("nobody may put a body", async () => {
  expect(await answerTo("nobody", "/blobs", { method: "PUT", body: "a" })).toBe("SignInNeeded");
});

describe("while the chain cannot be reached, nothing that needs consent is answered:", () => {
  beforeAll(() => wire.cut());
  afterAll(() => wire.mend());

  const asking: [string, Role, () => readonly [string, RequestInit?]][] = [
    ["a record to a reader", "reader", () => [pathOf(theirs!)]],
    ["a record to a stranger", "stranger", () => [pathOf(theirs!)]],
    ["a list to a reader", "reader", () => [listPath()]],
    ["a list to a stranger", "stranger", () => [listPath()]],
    ["a capsule of a contributor's", "contributor", () => put(fresh())],
    ["a grant to its grantee", "reader", () => [grantPath()]],
    ["a grant of the subject's", "subject", () => [`${grantPath()}?epoch=0`, { method: "PUT", body: "a" }]],
    ["an erasure of what may be a record", "subject", () => [pathOf(absent), { method: "DELETE" }]],
  ];
  test.each(asking)("%s", async (_, role, ask) => {
    expect(await answerTo(role, ...ask())).toBe("ChainUnreachable");
  });

  test("the subject's own is theirs still", async () => {
    expect(await answerTo("subject", pathOf(theirs!))).toBe(200);
  });
});

test("nothing went unexpectedly", () => {
  expect(gateway.reports).toEqual([]);
});

type Wire = Awaited<ReturnType<typeof wireTo>>;

/** A way to a server that can be cut. */
async function wireTo({ hostname, port }: URL) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("error", () => {}).on("close", () => to.destroy());
      from.pipe(to);
    }
    return undefined;
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const destroyAll = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      destroyAll();
    },
    mend: () => void (isCut = false),
    close() {
      server.close();
      destroyAll();
    },
  };
}
