import { type Address, type Hex, type LocalAccount, zeroHash } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { signLicenceCredential } from "#core/chain/credential/signLicenceCredential.ts";
import { type Licensed, boardOf } from "#test/support/boardOf.ts";
import { type ChainPeople, chainPeople } from "#test/support/chainPeople.ts";
import { doctor, otherDoctor, thirdDoctor } from "#test/support/doctors.ts";
import { type SampleCapsule, sampleCapsule } from "#test/support/sampleCapsule.ts";
import { signMessage } from "#test/support/signMessage.ts";
import { people } from "../../../scripts/seed/people.ts";
import { gatewayRequests } from "./gatewayRequests.ts";
import { type Role, roles } from "./rolesTable.ts";
import type { Stack } from "./stack.ts";
import { stackChain } from "./stackChain.ts";

const recordNames = [
  "anothers",
  "formerAuthors",
  "suspendedAuthors",
  "erased",
  "erasable",
  "waiting",
  "publishable",
  "staffs",
] as const;
type RecordName = (typeof recordNames)[number];

/** A patient's chart with everybody around it, on a real stack. */
export type RolesWorld = {
  subject: LocalAccount;
  /** Somebody nobody knows stands for nobody. */
  accounts: Record<Role, LocalAccount>;
  records: Record<RecordName, SampleCapsule>;
  /** May add to the subject's chart, and has staff. */
  hospital: Address;
  vault: string;
  /** Of the suspended author. */
  credential: string;
  /** The position of one to the subject. */
  message: number;
  /** The digest of a message that the relay has brought. */
  relayed: Hex;
  on: ChainPeople;
  token(account: LocalAccount): Promise<string>;
  /** Asks as somebody, or as nobody. */
  request(path: string, init?: RequestInit, as?: string): Promise<Response>;
  /** A sign-in under an address, signed by a role. */
  signInAs(address: Address, role: Role): Promise<string>;
  /** For the relay: the end of a grant that nobody here needs, and a record that waits. */
  revocationBy(role: Role): Promise<string>;
  publicationBy(role: Role): Promise<string>;
  publicationAsStaffBy(role: Role): Promise<string>;
};

export async function rolesWorld(stack: Stack): Promise<RolesWorld> {
  const chain = stackChain(stack);
  const on = chainPeople(chain);
  const board = boardOf(chain);
  const suspended = await board.license();
  const { account: hospital } = await board.license(2);
  for (const { address } of [suspended.account, hospital]) {
    await chain.client.setBalance({ address, value: 10n ** 20n });
  }
  const accounts = await accountsOf(on, suspended);
  const { subject } = accounts;
  const samples = recordNames.map((name) => [name, sampleCapsule(subject.address)]);
  const records = Object.fromEntries(samples) as Record<RecordName, SampleCapsule>;
  const services = gatewayRequests(stack);
  const forgotten = (await on.newPerson()).address;
  const time = Number((await chain.client.getBlock()).timestamp);
  const world = { subject, accounts, records, on, ...services };

  await grantEverybody(world, { time, forgotten });
  await bringRecords(world, suspended);
  const kept = await keepOthers(world, await credentialOf(stack, board, suspended));
  await on.grant(subject, hospital.address, { read: false, contribute: true });
  for (const role of ["hospital staff", "withdrawn staff"] as const) {
    await on.appoint(hospital, accounts[role].address);
  }
  const deadline = BigInt(time + 86_400);
  const messages = messagesOf(stack, world, { forgotten, hospital: hospital.address, deadline });
  const relayed = await messages.bringOne();

  await on.revoke(subject, doctor.address);
  await on.revoke(subject, accounts["revoked reader"].address);
  await on.withdraw(hospital, accounts["withdrawn staff"].address);
  await board.suspend(suspended);
  await chain.client.increaseTime({ seconds: 7200 });
  await chain.client.mine({ blocks: 1 });
  const signIn: RolesWorld["signInAs"] = (address, role) => signInAs(stack, address, accounts[role]);
  return { ...world, ...kept, ...messages, hospital: hospital.address, relayed, signInAs: signIn };
}

type Messages = { forgotten: Address; hospital: Address; deadline: bigint };

/** What people sign for the relay. */
function messagesOf({ deployment }: Stack, world: World, { forgotten, hospital, deadline }: Messages) {
  const { accounts, records, request } = world;
  const subject = world.subject.address;
  const signed = (role: Role) => ({ deployment, signer: accounts[role] });
  return {
    async revocationBy(role: Role) {
      const values = { subject, grantee: forgotten, nextKeyset: zeroHash, revokeNonce: 0, epoch: 0, deadline };
      return (await signMessage({ ...signed(role), name: "Revoke", values })).body;
    },
    async publicationBy(role: Role) {
      const of = { author: accounts[role].address, subject, epoch: 0 };
      const values = { ...of, capsules: [records.publishable.digest], deadline };
      return (await signMessage({ ...signed(role), name: "Publish", values })).body;
    },
    async publicationAsStaffBy(role: Role) {
      const of = { staff: accounts[role].address, hospital, subject, epoch: 0 };
      const values = { ...of, capsules: [records.staffs.digest], deadline };
      return (await signMessage({ ...signed(role), name: "PublishAsStaff", values })).body;
    },
    async bringOne(): Promise<Hex> {
      const values = { subject: accounts.stranger.address, keyset: records.waiting.digest, deadline };
      const { body, digest } = await signMessage({ ...signed("stranger"), name: "OpenChart", values });
      await expectStatus(request("/relay", { method: "POST", body }), 202);
      return digest;
    },
  };
}

async function accountsOf(on: ChainPeople, suspended: Licensed): Promise<Record<Role, LocalAccount>> {
  const known: Partial<Record<Role, LocalAccount>> = {
    subject: await on.newPatient(),
    "another patient": await on.newPatient(),
    operator: people.gateway.account,
    "former author": doctor,
    contributor: otherDoctor,
    "suspended author": suspended.account,
  };
  const all = roles.map((role) => [role, known[role] ?? privateKeyToAccount(generatePrivateKey())]);
  return Object.fromEntries(all) as Record<Role, LocalAccount>;
}

type World = Pick<RolesWorld, "subject" | "accounts" | "records" | "on" | "token" | "request">;

async function grantEverybody({ subject, accounts, on }: World, { time, forgotten }: { time: number; forgotten: Hex }) {
  const [adds, both] = [
    { read: false, contribute: true },
    { read: true, contribute: true },
  ];
  const day = 86_400;
  await on.grant(subject, forgotten);
  await on.grant(subject, thirdDoctor.address, adds);
  await on.grant(subject, doctor.address, both);
  await on.grant(subject, accounts.contributor.address, adds);
  await on.grant(subject, accounts["suspended author"].address, adds);
  await on.grant(subject, accounts.reader.address);
  await on.grant(subject, accounts["revoked reader"].address);
  await on.grant(subject, accounts["expired reader"].address, { validUntil: time + 3600 });
  const later = { validFrom: time + 10 * day, validUntil: time + 20 * day };
  await on.grant(subject, accounts["future reader"].address, later);
}

async function bringRecords(world: World, { account: suspended }: Licensed): Promise<void> {
  const { subject, records, on, token, request } = world;
  const authors: Partial<Record<RecordName, LocalAccount>> = { formerAuthors: doctor, suspendedAuthors: suspended };
  const pathOf = (name: RecordName) => `/charts/${subject.address}/capsules/${records[name].digest}`;
  for (const name of recordNames) {
    const as = await token(authors[name] ?? thirdDoctor);
    await expectStatus(request(pathOf(name), { method: "PUT", body: records[name].capsule }, as), 201);
  }
  const publish = (author: LocalAccount, ...names: RecordName[]) =>
    on.publish(
      author,
      subject.address,
      names.map((name) => records[name].digest),
    );
  await publish(thirdDoctor, "anothers", "erased", "erasable");
  await publish(doctor, "formerAuthors");
  await publish(suspended, "suspendedAuthors");
  await expectStatus(request(pathOf("erased"), { method: "DELETE" }, await token(subject)), 204);
}

/** Grants, a vault, a credential and a message. */
async function keepOthers({ subject, accounts, token, request }: World, credential: string) {
  const [as, put] = [await token(subject), { method: "PUT" }];
  const grantees = roles.filter((role) => /reader|author|contributor/.test(role));
  for (const role of grantees) {
    const path = `/grants/${subject.address}/${accounts[role].address}?epoch=0`;
    await expectStatus(request(path, { ...put, body: `sealed for ${role}` }, as), 201);
  }
  const vault = JSON.stringify({ v: 1, address: subject.address, slots: [] });
  const first = { ...put, body: vault, headers: { "If-None-Match": "*" } };
  await expectStatus(request(`/vaults/${subject.address}`, first, as), 200);
  const holder = accounts["suspended author"];
  const theirs = request(`/credentials/${holder.address}`, { ...put, body: credential }, await token(holder));
  await expectStatus(theirs, 204);
  const body = { method: "POST", body: "sealed for the subject" };
  const sent = await expectStatus(request(`/inbox/${subject.address}`, body, await token(thirdDoctor)), 201);
  return { vault, credential, message: ((await sent.json()) as { position: number }).position };
}

async function credentialOf(
  { deployment }: Stack,
  board: ReturnType<typeof boardOf>,
  { account, kind, number }: Licensed,
) {
  const { jurisdiction, boardKey, clerk } = board;
  const about = { name: "Dr. Ada Marlow", speciality: "cardiology", issuedAt: 1_800_000_000 };
  const licence = { holder: account.address, kind, jurisdiction, number, ...about };
  const place = { chainId: deployment.chainId, licenceRegistry: deployment.contracts.LicenceRegistry };
  return JSON.stringify(await signLicenceCredential({ licence, boardKey, clerk, ...place }));
}

async function signInAs({ gatewayUrl, deployment: { chainId } }: Stack, address: Address, account: LocalAccount) {
  const { nonce } = (await (await fetch(`${gatewayUrl}/session/nonce`)).json()) as { nonce: string };
  const { host: domain, origin: uri } = new URL(gatewayUrl);
  const message = createSiweMessage({ address, chainId, domain, uri, nonce, version: "1", issuedAt: new Date() });
  return JSON.stringify({ message, signature: await account.signMessage({ message }) });
}

async function expectStatus(asked: Promise<Response>, status: number): Promise<Response> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${await answer.text()}`);
  return answer;
}
