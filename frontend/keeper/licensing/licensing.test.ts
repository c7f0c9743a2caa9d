import { type LocalAccount, createWalletClient, http } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect } from "#client/connect.ts";
import { createMail } from "#client/mail/createMail.ts";
import { boardRole } from "#core/chain/boardRole.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { signLicenceCredential } from "#core/chain/credential/signLicenceCredential.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { type Application, type Draft } from "#core/licensing/Paper.ts";
import { signPaper } from "#core/licensing/signPaper.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { boardOf } from "#test/support/boardOf.ts";
import { type ServedWorld, servedWorld } from "#test/support/servedWorld.ts";
import type { LicenceWish } from "./Licensing.ts";
import { createLicensing } from "./createLicensing.ts";

let world: ServedWorld;
let board: ReturnType<typeof boardOf>;
beforeAll(async () => {
  world = await servedWorld();
  board = boardOf(world.local);
}, 120_000);
afterAll(() => world.close());

type Somebody = Awaited<ReturnType<typeof somebody>>;

async function somebody(account: LocalAccount = privateKeyToAccount(generatePrivateKey()), { publishes = true } = {}) {
  const { gatewayUrl, local } = world;
  const wallet = createWalletClient({ account, transport: http(local.url) });
  const connection = connect({
    rpcUrl: local.url,
    gatewayUrl,
    deployment: local.deployment,
    signer: account,
    pay: (transaction) => wallet.sendTransaction({ ...transaction, chain: null }),
  });
  await local.client.setBalance({ address: account.address, value: 10n ** 18n });
  connection.services.blobs = world.stores.blobs;
  const holder: Holder = {
    address: account.address,
    roots: [{ firstEpoch: 0, root: randomBytes(32) }],
    services: connection.services,
  };
  if (publishes) await publishIdentity({ holder });
  const kept = new Map<string, Uint8Array>();
  const store = {
    get: async (name: string) => kept.get(name),
    set: async (name: string, it: Uint8Array) => void kept.set(name, it),
  };
  const unlocked = () => createLicensing({ holder: () => holder, connection, store });
  return { account, holder, connection, kept, unlocked, licensing: unlocked(), mail: createMail(holder, connection) };
}

async function manage(functionName: "grantRole" | "revokeRole", args: readonly unknown[]) {
  const { local } = world;
  const root = createWalletClient({ account: board.root, transport: http(local.url) });
  const address = local.deployment.contracts.AccessManager;
  const call = { address, abi: contractAbis.AccessManager, functionName, args, chain: null };
  await local.client.waitForTransactionReceipt({ hash: await root.writeContract(call as never) });
}

const jurisdiction = "US-MA";
const role = boardRole(jurisdiction);

let clerk: Somebody;
let applicant: Somebody;
beforeAll(async () => {
  clerk = await somebody(board.clerk);
  await clerk.licensing.enterBoardSecret(jurisdiction, await textOf(board.boardKey));
}, 60_000);
beforeEach(async () => void (applicant = await somebody()));

async function textOf(secret: Uint8Array) {
  const { boardSecretText } = await import("#core/licensing/boardSecretText.ts");
  return boardSecretText(secret);
}

let numbers = 0;
const wish = (more: Partial<LicenceWish> = {}): LicenceWish => ({
  purpose: "new",
  kind: 0,
  jurisdiction,
  name: " Dr. Ada  Marlow",
  speciality: "surgery",
  number: `MD-${++numbers}`,
  note: "",
  files: [],
  ...more,
});
const nothing = () => {};

async function newest(of = applicant) {
  const { applications } = await clerk.licensing.boardDesk(jurisdiction);
  return applications.find(({ application }) => application.by === of.account.address.toLowerCase())!;
}

async function window() {
  const { time } = await world.chain.head();
  return { validFrom: time, validUntil: time + 2 * 365 * 86_400 };
}

async function issue() {
  await applicant.licensing.applyForLicence(wish(), nothing);
  const { id } = await newest();
  return clerk.licensing.decideLicence(jurisdiction, { act: "issue", of: id, ...(await window()) });
}

const own = async () => (await applicant.licensing.ownLicensing()).licences[0];
const state = async () => (await applicant.licensing.ownLicensing()).applications[0]?.state;
const acting = () => ({ holder: applicant.account.address, kind: 0 as const });

describe("an application", () => {
  test("comes to the board with its documents, and tells the applicant to whom it went", async () => {
    const file = new File(["%PDF a diploma"], "diploma.pdf", { type: "application/pdf" });
    await applicant.licensing.applyForLicence(wish({ note: "I moved here.", files: [file] }), nothing);
    const { application, numberHeldBy, licence, state: seen } = await newest();
    expect(application.content).toMatchObject({ name: "Dr. Ada Marlow", note: "I moved here." });
    expect([seen, numberHeldBy, licence]).toEqual(["sent", undefined, undefined]);
    const [document] = application.content.documents;
    const read = await clerk.licensing.readApplicationDocument(document!, application.by);
    expect(read).toMatchObject({ title: "diploma.pdf", mediaType: "application/pdf" });
    expect(new TextDecoder().decode(read.bytes)).toBe("%PDF a diploma");
    const { applications } = await applicant.unlocked().ownLicensing();
    expect(applications[0]!.sentTo).toEqual([clerk.account.address]);
  });

  test("is issued, certified, and published by its holder", async () => {
    expect(await issue()).toEqual({ isTold: true });
    expect(await newest()).toMatchObject({ state: "decided", lacksCredential: false });
    expect(await own()).toMatchObject({ status: "active", isInForce: true, published: undefined });
    expect((await own())!.toPublish).toMatchObject({ name: "Dr. Ada Marlow" });
    await applicant.licensing.publishLicence(0);
    expect(await own()).toMatchObject({ toPublish: undefined, published: { name: "Dr. Ada Marlow" } });
    const register = await clerk.licensing.boardRegister(jurisdiction);
    expect(register[0]).toMatchObject({ holder: applicant.account.address, name: "Dr. Ada Marlow", status: "active" });
  });

  test("is asked about, answered, and declined with a reason", async () => {
    await applicant.licensing.applyForLicence(wish(), nothing);
    const { id: of } = await newest();
    await clerk.licensing.askApplicant(jurisdiction, { of, text: "Where did you study?" });
    expect(await state()).toBe("asked");
    await applicant.licensing.answerBoard({ of, note: "In Graz.", files: [] }, nothing);
    expect([await state(), (await newest()).state]).toEqual(["answered", "answered"]);
    await clerk.licensing.decideLicence(jurisdiction, { act: "decline", of, reason: "We need the original." });
    const { applications } = await applicant.licensing.ownLicensing();
    expect(applications[0]).toMatchObject({ state: "declined", since: [{}, {}, { text: "We need the original." }] });
    expect((await newest()).state).toBe("declined");
  });

  test("is withdrawn, and another one follows", async () => {
    await applicant.licensing.applyForLicence(wish(), nothing);
    await applicant.licensing.withdrawApplication((await newest()).id);
    expect([await state(), (await newest()).state]).toEqual(["withdrawn", "withdrawn"]);
    await applicant.licensing.applyForLicence(wish(), nothing);
    expect(await state()).toBe("sent");
  });

  test("with a number that another holds is seen, and refused by the register", async () => {
    const number = `MD-${++numbers}`;
    const first = applicant;
    await first.licensing.applyForLicence(wish({ number }), nothing);
    const given = { act: "issue", ...(await window()) } as const;
    await clerk.licensing.decideLicence(jurisdiction, { ...given, of: (await newest()).id });
    applicant = await somebody();
    await applicant.licensing.applyForLicence(wish({ number: number.toLowerCase() }), nothing);
    const { id: of, numberHeldBy } = await newest();
    expect(numberHeldBy).toEqual({ holder: first.account.address, kind: 0 });
    const issuing = clerk.licensing.decideLicence(jurisdiction, { ...given, of });
    await expect(issuing).rejects.toMatchObject({ name: "LicenceNumberTaken" });
  });

  test("that somebody else signed does not come to the board", async () => {
    const stranger = privateKeyToAccount(generatePrivateKey());
    const { time: at } = await world.chain.head();
    const content = { purpose: "new", name: "X", speciality: "", number: "1", note: "", documents: [] } as const;
    const paper: Draft<Application> = {
      paper: "application",
      jurisdiction,
      at,
      kind: 0,
      content: { ...content, documents: [] },
    };
    const { chainId, contracts } = world.local.deployment;
    const place = { chainId, licenceRegistry: contracts.LicenceRegistry };
    const signed = await signPaper<Application>({ paper, signer: stranger, place });
    const forged = { ...signed, by: applicant.account.address.toLowerCase() };
    await applicant.mail.send({ to: clerk.account.address, content: { licensing: forged } });
    expect(await newest()).toBeUndefined();
  });

  test("does not count as certified because somebody else says so", async () => {
    await applicant.licensing.applyForLicence(wish(), nothing);
    const { application } = await newest();
    const { number } = application.content;
    const { boardKey } = board;
    const { chainId, contracts } = world.local.deployment;
    await board.issue({ holder: applicant.account.address, kind: 0, number });
    const { name, speciality } = application.content;
    const forged = await signLicenceCredential({
      licence: { holder: application.by, kind: 0, jurisdiction, name, speciality, number, issuedAt: 2 ** 39 },
      boardKey,
      clerk: privateKeyToAccount(generatePrivateKey()),
      chainId,
      licenceRegistry: contracts.LicenceRegistry,
    });
    for (const it of [forged, { ...forged, board: clerk.account.address.toLowerCase() }])
      await applicant.mail.send({ to: clerk.account.address, content: { credential: it } });
    expect(await newest()).toMatchObject({ lacksCredential: true });
  });

  test("goes to nobody where no member can be written to", async () => {
    const wishing = applicant.licensing.applyForLicence(wish({ jurisdiction: "DE-BY" }), nothing);
    await expect(wishing).rejects.toMatchObject({ name: "BoardHasNoKey" });
  });

  test("with documents that are too large is refused before anything is stored", async () => {
    const file = new File([new Uint8Array(20_000_001)], "film.pdf");
    const wishing = applicant.licensing.applyForLicence(wish({ files: [file] }), nothing);
    await expect(wishing).rejects.toMatchObject({ name: "DocumentsTooLarge" });
  });
});

describe("a licence", () => {
  test("is suspended with a reason that its holder alone reads, reinstated, renewed and revoked", async () => {
    await issue();
    await clerk.licensing.decideLicence(jurisdiction, { act: "suspend", ...acting(), reason: "A complaint is open." });
    expect(await own()).toMatchObject({ status: "suspended", isInForce: false, reason: "A complaint is open." });
    await clerk.licensing.decideLicence(jurisdiction, { act: "reinstate", ...acting() });
    expect(await own()).toMatchObject({ status: "active", reason: undefined });
    const validUntil = (await own())!.validUntil + 1000;
    await applicant.licensing.applyForLicence(wish({ purpose: "renewal" }), nothing);
    expect(await state()).toBe("sent");
    await clerk.licensing.decideLicence(jurisdiction, { act: "renew", ...acting(), validUntil });
    expect([await state(), (await own())!.validUntil]).toEqual(["decided", validUntil]);
    await clerk.licensing.decideLicence(jurisdiction, { act: "revoke", ...acting(), reason: "Practised elsewhere." });
    expect(await own()).toMatchObject({ status: "revoked", reason: "Practised elsewhere." });
    const story = await clerk.licensing.licenceStory({ ...acting(), jurisdiction });
    expect(story.map(({ did }) => did)).toEqual(["issued", "suspended", "reinstated", "renewed", "revoked"]);
    expect(new Set(story.map(({ by }) => by?.toLowerCase()))).toEqual(new Set([clerk.account.address.toLowerCase()]));
  });

  test("is suspended although its holder cannot be written to, and the board is told that", async () => {
    applicant = await somebody(undefined, { publishes: false });
    await board.issue({ holder: applicant.account.address, kind: 0, number: `MD-${++numbers}` });
    const reason = "No answer to our letters.";
    const decided = await clerk.licensing.decideLicence(jurisdiction, { act: "suspend", ...acting(), reason });
    expect(decided).toEqual({ isTold: false });
    expect(await own()).toMatchObject({ status: "suspended" });
  });

  test("is suspended although the gateway is away, and the board is told that its reason was not sent", async () => {
    await issue();
    const { gateway } = clerk.connection;
    const { ask } = gateway;
    gateway.ask = () => Promise.reject(new Error("away"));
    const reason = "A complaint is open.";
    const deciding = clerk.licensing.decideLicence(jurisdiction, { act: "suspend", ...acting(), reason });
    expect(await deciding.finally(() => (gateway.ask = ask))).toEqual({ isTold: false });
    expect(await own()).toMatchObject({ status: "suspended", reason: undefined });
  });

  test("is named in the register by what the board signed, also where its holder has not published it", async () => {
    await issue();
    await clerk.licensing.decideLicence(jurisdiction, { act: "revoke", ...acting(), reason: "Practised elsewhere." });
    const register = await clerk.licensing.boardRegister(jurisdiction);
    expect(register[0]).toMatchObject({ status: "revoked", name: "Dr. Ada Marlow", holder: applicant.account.address });
  });

  test("that is in the register, though its holder was not told, is certified later", async () => {
    await applicant.licensing.applyForLicence(wish(), nothing);
    const { id, application } = await newest();
    const { content } = application;
    await board.issue({ holder: applicant.account.address, kind: 0, number: content.number });
    expect(await newest()).toMatchObject({ state: "decided", lacksCredential: true });
    await clerk.licensing.sendCredential(jurisdiction, id);
    expect(await newest()).toMatchObject({ lacksCredential: false });
    expect((await own())!.toPublish).toBeDefined();
  });
});

describe("whoever does not sit on the board", () => {
  test("sees nothing of it, decides nothing, and is not heard by applicants", async () => {
    const stranger = await somebody();
    const refused = { name: "NotOnBoard" };
    await expect(stranger.licensing.boardDesk(jurisdiction)).rejects.toMatchObject(refused);
    const deciding = stranger.licensing.decideLicence(jurisdiction, { act: "reinstate", ...acting() });
    await expect(deciding).rejects.toMatchObject(refused);
  });

  test("is whoever was dismissed meanwhile", async () => {
    const member = await somebody();
    await manage("grantRole", [role, member.account.address, 0]);
    await member.licensing.boardDesk(jurisdiction);
    await applicant.licensing.applyForLicence(wish(), nothing);
    const { id: of } = await newest();
    await member.licensing.askApplicant(jurisdiction, { of, text: "Why?" });
    expect(await state()).toBe("asked");
    await manage("revokeRole", [role, member.account.address]);
    expect(await state()).toBe("sent");
    const asking = member.licensing.askApplicant(jurisdiction, { of, text: "Why?" });
    await expect(asking).rejects.toMatchObject({ name: "NotOnBoard" });
  });
});

describe("a member who may not act alone", () => {
  let junior: Somebody;
  beforeAll(async () => {
    junior = await somebody();
    await manage("grantRole", [role, junior.account.address, 86_400]);
  });

  test("proposes, and another member decides", async () => {
    await applicant.licensing.applyForLicence(wish(), nothing);
    const { id: of } = await newest();
    const decision = { act: "issue", of, ...(await window()) } as const;
    const deciding = junior.licensing.decideLicence(jurisdiction, decision);
    await expect(deciding).rejects.toMatchObject({ name: "MayOnlyPropose" });
    await junior.licensing.proposeDecision(jurisdiction, decision);
    const [proposed] = (await clerk.licensing.boardDesk(jurisdiction)).proposals;
    expect(proposed).toMatchObject({
      state: "waiting",
      proposal: { act: "issue", holder: applicant.account.address.toLowerCase() },
    });
    await clerk.licensing.approveProposal(jurisdiction, proposed!.id);
    expect(await own()).toMatchObject({ status: "active", validUntil: decision.validUntil });
    expect((await junior.licensing.boardDesk(jurisdiction)).proposals[0]).toMatchObject({ state: "done" });
  });

  test("has it sent back with a word", async () => {
    await issue();
    await junior.licensing.proposeDecision(jurisdiction, { act: "suspend", ...acting(), reason: "I heard things." });
    const [proposed] = (await clerk.licensing.boardDesk(jurisdiction)).proposals;
    await clerk.licensing.sendProposalBack(jurisdiction, { proposal: proposed!.id, text: "Hearsay." });
    const { proposals } = await junior.licensing.boardDesk(jurisdiction);
    expect(proposals[0]).toMatchObject({ state: "sent back", answer: "Hearsay." });
    expect(await own()).toMatchObject({ status: "active" });
  });
});

describe("a board's secret", () => {
  test("is handed on to the other members, sealed on their devices", async () => {
    const member = await somebody();
    await manage("grantRole", [role, member.account.address, 0]);
    expect(await member.licensing.boardDesk(jurisdiction)).toMatchObject({ secret: "missing", isNew: false });
    await expect(member.licensing.makeBoardSecret(jurisdiction)).rejects.toMatchObject({ name: "BoardSecretThere" });
    await clerk.licensing.handOnBoardSecret(jurisdiction);
    expect(await member.licensing.boardDesk(jurisdiction)).toMatchObject({ secret: "here" });
    expect(await member.licensing.boardSecretText(jurisdiction)).toBe(await textOf(board.boardKey));
    const [sealed] = [...member.kept.values()];
    expect(Buffer.from(sealed!).includes(Buffer.from(board.boardKey))).toBe(false);
    await manage("revokeRole", [role, member.account.address]);
  });

  test("that the board's licences do not stand under is refused", async () => {
    const member = await somebody();
    await manage("grantRole", [role, member.account.address, 0]);
    const entering = member.licensing.enterBoardSecret(jurisdiction, await textOf(new Uint8Array(32)));
    await expect(entering).rejects.toMatchObject({ name: "BoardSecretOfAnother" });
    await manage("revokeRole", [role, member.account.address]);
  });
});
